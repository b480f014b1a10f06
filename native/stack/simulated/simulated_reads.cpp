// SPDX-License-Identifier: MIT
#include "stack/simulated/simulated_reads.h"

#include <unordered_map>

#include "stack/simulated/ip_interface_entry.h"
#include "stack/simulated/route_lookup.h"
#include "stack/win32_error.h"
#include "stack/windows/field_refusal.h"

namespace interface_panel::simulated {
namespace {

void putRefusals(Snapshot& tables) {
  std::unordered_map<std::uint64_t, std::uint32_t> types;
  for (const Adapter& adapter : tables.adapters) types.emplace(adapter.luid, adapter.type);
  for (IpInterface& row : tables.ipInterfaces) {
    row.refusals = fieldRefusals(row, types.at(row.key.luid));
  }
}

}  // namespace

Result<Snapshot> takeSnapshot(NetworkStore& store) {
  const Result<const SimulatedNetwork*> network = store.read();
  if (!network) return network.error();
  Snapshot tables = network.value()->present;
  putRefusals(tables);
  return tables;
}

Result<IpInterface> readIpInterface(NetworkStore& store, const IpInterfaceKey& key) {
  const Result<const SimulatedNetwork*> network = store.read();
  if (!network) return network.error();
  IpInterface row;
  row.key = key;
  const int code = getIpInterfaceEntry(*network.value(), row);
  if (code != kNoError) return win32Error(code, "GetIpInterfaceEntry");
  row.refusals = fieldRefusals(row, findAdapter(network.value()->present, key.luid)->type);
  return row;
}

Result<BestRoute> readBestRoute(NetworkStore& store, const IpAddress& destination,
                                const std::optional<IpAddress>& source) {
  const Result<const SimulatedNetwork*> network = store.read();
  if (!network) return network.error();
  return lookUpRoute(network.value()->present, destination, source);
}

}  // namespace interface_panel::simulated
