// SPDX-License-Identifier: MIT
#include "computer.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "simulated_fixture.h"
#include "stack/simulated/demo_network.h"
#include "stack/simulated/ip_interface_entry.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

using simulated::NetworkChange;
using simulated::SimulatedNetwork;

using Rows = std::vector<IpInterface>;

/// Calls `differs` with each member whose value is another one in `after`, and both values.
void compare(const Rows& before, const Snapshot& after,
             const std::function<void(const Member&, std::int64_t, std::int64_t)>& differs) {
  for (const IpInterface& row : before) {
    const IpInterface* now = simulated::findIpInterface(after, row.key);
    if (now == nullptr || now->values == row.values) continue;
    for (const FieldInfo& info : fieldTable()) {
      const auto from = row.value(info.field);
      const auto to = now->value(info.field);
      if (from != to) differs({row.key, info.field}, from.value_or(0), to.value_or(0));
    }
  }
}

Rows rowsOf(const Snapshot& tables, std::uint64_t luid) {
  Rows rows;
  for (const IpInterface& row : tables.ipInterfaces) {
    if (row.key.luid == luid) rows.push_back(row);
  }
  return rows;
}

/// The demo, with no more adapters than a fuzzer reaches for: it is copied for every input.
SimulatedNetwork smallNetwork() {
  constexpr std::array kKept{simulated::kLoopback, simulated::kEthernet, simulated::kWifi,
                             simulated::kFullTunnelVpn, simulated::kIpv4Only};
  SimulatedNetwork network = simulated::demoNetwork();
  Snapshot others;
  for (const Adapter& adapter : simulated::demoNetwork().present.adapters) {
    const bool isKept = std::find(kKept.begin(), kKept.end(), adapter.luid) != kKept.end();
    if (!isKept) simulated::moveAdapter(adapter.luid, network.present, others);
  }
  return network;
}

const SimulatedNetwork& freshNetwork() {
  static const SimulatedNetwork network = smallNetwork();
  return network;
}

}  // namespace

class Computer::Store final : public simulated::NetworkStore {
 public:
  explicit Store(Computer& computer) : computer_(computer) {}

  Result<const SimulatedNetwork*> read() override { return &computer_.network_; }

  Result<Done> update(const std::function<NetworkChange(SimulatedNetwork&)>& change) override {
    return computer_.updateByHelper(change);
  }

  Result<std::unique_ptr<Watch>> watch(std::function<void()> /*changed*/) override {
    return win32Error(win32::kNotSupported, "watch");
  }

 private:
  Computer& computer_;
};

Computer::Computer() : network_(freshNetwork()) {}

std::unique_ptr<simulated::NetworkStore> Computer::store() {
  return std::make_unique<Store>(*this);
}

Result<Done> Computer::updateByHelper(
    const std::function<NetworkChange(SimulatedNetwork&)>& change) {
  const Rows before = network_.present.ipInterfaces;
  change(network_);
  compare(before, network_.present, [this](const Member& member, auto from, auto to) {
    ledger.helperWrote(member, from, to);
  });
  return Done{};
}

void Computer::change(const IpInterfaceKey& key, Field field, std::int64_t value) {
  const Rows before = rowsOf(network_.present, key.luid);
  static_cast<void>(setFromOutside(network_, key, field, value));
  compare(before, network_.present,
          [this](const Member& member, auto, auto) { ledger.outsideWrote(member); });
}

void Computer::vanish(std::uint64_t luid) {
  if (makeVanish(network_, luid) == simulated::kNoError) ledger.moved(luid);
}

void Computer::comeBack(std::uint64_t luid, simulated::Return how) {
  const Rows before = rowsOf(network_.vanished, luid);
  if (makeReturn(network_, luid, how) != simulated::kNoError) return;
  if (how == simulated::Return::replaced) ledger.replaced(luid);
  compare(before, network_.present,
          [this](const Member& member, auto, auto) { ledger.outsideWrote(member); });
}

void Computer::failSet(std::uint32_t code, std::uint32_t setsBefore) {
  network_.faults.failCode = code;
  network_.faults.failAfter = setsBefore;
}

void Computer::heal() {
  network_.faults = {};
  while (!network_.vanished.adapters.empty()) {
    comeBack(network_.vanished.adapters.front().luid, simulated::Return::kept);
  }
}

std::optional<std::int64_t> Computer::value(const Member& member) const {
  const IpInterface* row = simulated::findIpInterface(network_.present, member.key);
  return row == nullptr ? std::nullopt : row->value(member.field);
}

}  // namespace interface_panel
