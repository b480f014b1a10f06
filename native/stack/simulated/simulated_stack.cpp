// SPDX-License-Identifier: MIT
#include "stack/simulated/simulated_stack.h"

#include <unordered_map>
#include <utility>

#include "stack/simulated/ip_interface_entry.h"
#include "stack/simulated/network_file.h"
#include "stack/simulated/network_store.h"
#include "stack/simulated/route_lookup.h"
#include "stack/win32_error.h"
#include "stack/windows/field_refusal.h"

namespace interface_panel {
namespace simulated {
namespace {

void putRefusals(Snapshot& tables) {
  std::unordered_map<std::uint64_t, std::uint32_t> types;
  for (const Adapter& adapter : tables.adapters) types.emplace(adapter.luid, adapter.type);
  for (IpInterface& row : tables.ipInterfaces) {
    row.refusals = fieldRefusals(row, types.at(row.key.luid));
  }
}

class SimulatedStack final : public IpStack {
 public:
  explicit SimulatedStack(std::unique_ptr<NetworkStore> store) : store_(std::move(store)) {}

  Result<Snapshot> snapshot() override {
    const Result<const SimulatedNetwork*> network = store_->read();
    if (!network) return network.error();
    Snapshot tables = network.value()->present;
    putRefusals(tables);
    return tables;
  }

  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    const Result<const SimulatedNetwork*> network = store_->read();
    if (!network) return network.error();
    IpInterface row;
    row.key = key;
    const int code = getIpInterfaceEntry(*network.value(), row);
    if (code != kNoError) return win32Error(code, "GetIpInterfaceEntry");
    row.refusals = fieldRefusals(row, findAdapter(network.value()->present, key.luid)->type);
    return row;
  }

  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    const Result<const SimulatedNetwork*> network = store_->read();
    if (!network) return network.error();
    return lookUpRoute(network.value()->present, destination, source);
  }

  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return store_->watch(std::move(changed));
  }

 private:
  std::unique_ptr<NetworkStore> store_;
};

}  // namespace
}  // namespace simulated

std::unique_ptr<IpStack> makeSimulatedStack(const std::filesystem::path& path) {
  using namespace simulated;
  return std::make_unique<SimulatedStack>(std::make_unique<NetworkFile>(path));
}

}  // namespace interface_panel
