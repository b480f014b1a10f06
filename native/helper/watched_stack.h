// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "helper/watchdog.h"
#include "stack/ip_stack.h"

namespace interface_panel {

/// A stack every call of which is under the eyes of a watchdog.
class WatchedStack : public SettableIpStack {
 public:
  WatchedStack(SettableIpStack& stack, Watchdog& watchdog) : stack_(stack), watchdog_(watchdog) {}

  Result<std::vector<NamedAdapter>> adapters() override;
  Result<std::optional<std::int64_t>> value(const Operation& operation) override;
  Result<Refusal> check(const Operation& operation) override;
  Result<Footprint> capture(const Operation& operation) override;
  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override;
  Result<Done> set(const Operation& operation) override;
  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override;
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override;
  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override;
  Result<bool> settled() override;

 private:
  SettableIpStack& stack_;
  Watchdog& watchdog_;
};

}  // namespace interface_panel
