// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "helper/watchdog.h"
#include "stack/ip_stack.h"

namespace interface_panel {

/// A stack every call of which is under the eyes of a watchdog.
class WatchedStack : public SettableIpStack {
 public:
  WatchedStack(SettableIpStack& stack, Watchdog& watchdog) : stack_(stack), watchdog_(watchdog) {}

  Result<Snapshot> snapshot() override;
  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override;
  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override;
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override;
  Result<Refusal> check(const Operation& operation) override;
  Result<Footprint> capture(const Operation& operation) override;
  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override;
  bool mayAlter(const Operation& one, const Footprint& oneBefore, const Operation& other,
                const Footprint& otherBefore) override;
  Result<Done> set(const Operation& operation) override;
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override;
  Result<bool> settled() override;

 private:
  SettableIpStack& stack_;
  Watchdog& watchdog_;
};

}  // namespace interface_panel
