// SPDX-License-Identifier: MIT
#include "stack/simulated/settable_simulated_stack.h"

#include <chrono>
#include <functional>
#include <thread>
#include <utility>

#include "encoding/utf8.h"
#include "stack/simulated/ip_interface_entry.h"
#include "stack/simulated/kernel_visit.h"
#include "stack/simulated/network_file.h"
#include "stack/table_refusal.h"
#include "stack/win32_error.h"
#include "stack/windows/field_refusal.h"

namespace interface_panel {
namespace simulated {
namespace {

constexpr const char* kGetCall = "GetIpInterfaceEntry";
constexpr const char* kSetCall = "SetIpInterfaceEntry";

Refusal liveRefusal(const Adapter& adapter, const IpInterface& row, const Operation& operation) {
  const Refusal refusal = fieldRefusal(row, adapter.type, operation.field);
  if (refusal != Refusal::none) return refusal;
  return valueRefusal(operation.field, operation.value, adapter.mtu);
}

/// A set that never comes back, as in a driver that hangs; the helper's watchdog ends the process.
[[noreturn]] void hangForEver() {
  while (true) std::this_thread::sleep_for(std::chrono::hours(1));
}

class SettableSimulatedStack final : public SettableIpStack {
 public:
  explicit SettableSimulatedStack(std::unique_ptr<NetworkStore> store) : store_(std::move(store)) {}

  Result<std::vector<NamedAdapter>> adapters() override;
  Result<std::optional<std::int64_t>> value(const Operation& operation) override;
  Result<Refusal> check(const Operation& operation) override;
  Result<Footprint> capture(const Operation& operation) override;
  Result<Done> set(const Operation& operation) override;
  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override;
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override;
  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override;

  /// Set takes effect at once, nothing is left to wait for.
  Result<bool> settled() override { return true; }

 private:
  /// The row now, and the network it stands in.
  struct LiveRow {
    const SimulatedNetwork& network;
    IpInterface row;
  };
  Result<LiveRow> read(const IpInterfaceKey& key);
  Result<Done> visitKernel(const std::function<void(KernelVisit&)>& calls);
  Result<Restored> takeBack(const Operation& operation, const std::optional<RowUndo>& undo);

  std::unique_ptr<NetworkStore> store_;
};

Result<SettableSimulatedStack::LiveRow> SettableSimulatedStack::read(const IpInterfaceKey& key) {
  const Result<const SimulatedNetwork*> network = store_->read();
  if (!network) return network.error();
  LiveRow live{*network.value(), {}};
  live.row.key = key;
  const int code = getIpInterfaceEntry(live.network, live.row);
  if (code != kNoError) return win32Error(code, kGetCall);
  return live;
}

Result<std::vector<NamedAdapter>> SettableSimulatedStack::adapters() {
  const Result<const SimulatedNetwork*> network = store_->read();
  if (!network) return network.error();
  std::vector<NamedAdapter> adapters;
  for (const Adapter& adapter : network.value()->present.adapters) {
    adapters.push_back({adapter.luid,
                        {utf8FromUtf16(adapter.alias).value_or(""), adapter.type,
                         guidFromText(adapter.guid).value_or(AdapterGuid{})}});
  }
  return adapters;
}

Result<std::optional<std::int64_t>> SettableSimulatedStack::value(const Operation& operation) {
  const auto live = read(operation.key);
  if (!live) return live.error();
  return live->row.value(operation.field);
}

Result<Refusal> SettableSimulatedStack::check(const Operation& operation) {
  const Refusal refusal = tableRefusal(operation);
  if (refusal != Refusal::none) return refusal;
  const auto live = read(operation.key);
  if (!live && live.error().code == win32::kFileNotFound) return Refusal::unknownInterface;
  if (!live && live.error().code == win32::kNotFound) return Refusal::familyNotPresent;
  if (!live) return live.error();
  const auto& [network, row] = live.value();
  return liveRefusal(*findAdapter(network.present, row.key.luid), row, operation);
}

Result<Footprint> SettableSimulatedStack::capture(const Operation& operation) {
  if (tableRefusal(operation.field, operation.key.family) != Refusal::none) {
    return win32Error(win32::kInvalidParameter, kGetCall);
  }
  const auto live = read(operation.key);
  if (!live) return live.error();
  return encode(footprintOf(live->network, live->row, operation.field), operation);
}

Result<Done> SettableSimulatedStack::visitKernel(const std::function<void(KernelVisit&)>& calls) {
  bool hangs = false;
  Result<Done> written = store_->update([&](SimulatedNetwork& network) {
    KernelVisit kernel(network);
    calls(kernel);
    hangs = kernel.hangs();
    return kernel.change();
  });
  // Only now that the lock is gone: other processes go on living.
  if (hangs) hangForEver();
  return written;
}

Result<Done> SettableSimulatedStack::set(const Operation& operation) {
  if (tableRefusal(operation) != Refusal::none) {
    return win32Error(win32::kInvalidParameter, kSetCall);
  }
  Result<Done> outcome = Done{};
  const Result<Done> written =
      visitKernel([&](KernelVisit& kernel) { outcome = kernel.set(operation); });
  return written ? outcome : written;
}

Result<Refusal> SettableSimulatedStack::checkRestore(const Operation& operation,
                                                     const Footprint& before,
                                                     const Footprint& after) {
  return RowUndo::refusalOfJournal(operation, before, after);
}

Result<Restored> SettableSimulatedStack::restore(const Operation& operation,
                                                 const Footprint& before, const Footprint& after) {
  return takeBack(operation, RowUndo::ofCaptured(operation, before, after));
}

Result<Restored> SettableSimulatedStack::restoreJournalled(const Operation& operation,
                                                           const Footprint& before,
                                                           const Footprint& after) {
  return takeBack(operation, RowUndo::ofJournal(operation, before, after));
}

Result<Restored> SettableSimulatedStack::takeBack(const Operation& operation,
                                                  const std::optional<RowUndo>& undo) {
  if (!undo) return win32Error(win32::kInvalidData, kSetCall);
  Restored outcome = Restored::failed;
  const Result<Done> written =
      visitKernel([&](KernelVisit& kernel) { outcome = kernel.putBack(operation, *undo); });
  if (!written) return written.error();
  return outcome;
}

}  // namespace
}  // namespace simulated

std::unique_ptr<SettableIpStack> makeSettableSimulatedStack(const std::filesystem::path& path) {
  return makeSettableSimulatedStack(std::make_unique<simulated::NetworkFile>(path));
}

std::unique_ptr<SettableIpStack> makeSettableSimulatedStack(
    std::unique_ptr<simulated::NetworkStore> store) {
  return std::make_unique<simulated::SettableSimulatedStack>(std::move(store));
}

}  // namespace interface_panel
