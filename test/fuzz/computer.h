// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "ledger.h"
#include "stack/simulated/network_store.h"
#include "stack/simulated/outside_control.h"

namespace interface_panel {

/// The simulated network in memory, with a ledger of who wrote what.
class Computer {
 public:
  Computer();

  /// For the helper's stack: what it writes is the helper's. The computer must outlive it.
  std::unique_ptr<simulated::NetworkStore> store();

  // What other programs, drivers and cables do; what cannot be done is left undone.
  void change(const IpInterfaceKey& key, Field field, std::int64_t value);
  void vanish(std::uint64_t luid);
  void comeBack(std::uint64_t luid, simulated::Return how);
  void failSet(std::uint32_t code, std::uint32_t setsBefore);
  /// Accidents are over: who went comes back as it was, sets succeed.
  void heal();

  /// None while the interface is not there.
  [[nodiscard]] std::optional<std::int64_t> value(const Member& member) const;

  Ledger ledger;

 private:
  class Store;

  Result<Done> updateByHelper(
      const std::function<simulated::NetworkChange(simulated::SimulatedNetwork&)>& change);

  simulated::SimulatedNetwork network_;
};

}  // namespace interface_panel
