// SPDX-License-Identifier: MIT
#include <algorithm>

#include "stack/simulated/ip_interface_entry.h"
#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

/// The LUID when given, else that of the adapter with the index; 0 when there is none.
std::uint64_t resolve(const Snapshot& tables, const IpInterface& row) {
  const auto& adapters = tables.adapters;
  const auto found = std::find_if(adapters.begin(), adapters.end(), [&](const Adapter& adapter) {
    return row.key.luid != 0 ? adapter.luid == row.key.luid : adapter.index == row.index;
  });
  return found == adapters.end() ? 0 : found->luid;
}

}  // namespace

int getIpInterfaceEntry(const SimulatedNetwork& network, IpInterface& row) {
  const Family family = row.key.family;
  if (family != Family::ipv4 && family != Family::ipv6) return win32::kInvalidParameter;
  if (row.key.luid == 0 && row.index == 0) return win32::kInvalidParameter;
  const std::uint64_t luid = resolve(network.present, row);
  if (luid == 0) return win32::kFileNotFound;
  const IpInterface* live = findIpInterface(network.present, {luid, family});
  if (live == nullptr) return win32::kNotFound;
  row = *live;
  return kNoError;
}

}  // namespace interface_panel::simulated
