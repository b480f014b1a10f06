// SPDX-License-Identifier: MIT
#include "helper/watched_stack.h"

#include <utility>

namespace interface_panel {

Result<Snapshot> WatchedStack::snapshot() {
  const Watchdog::Guard guard(watchdog_);
  return stack_.snapshot();
}

Result<IpInterface> WatchedStack::ipInterface(const IpInterfaceKey& key) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.ipInterface(key);
}

Result<BestRoute> WatchedStack::bestRoute(const IpAddress& destination,
                                          const std::optional<IpAddress>& source) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.bestRoute(destination, source);
}

Result<std::unique_ptr<Watch>> WatchedStack::watch(std::function<void()> changed) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.watch(std::move(changed));
}

Result<Refusal> WatchedStack::check(const Operation& operation) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.check(operation);
}

Result<Footprint> WatchedStack::capture(const Operation& operation) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.capture(operation);
}

Result<bool> WatchedStack::isUnchanged(const Operation& operation, const Footprint& footprint) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.isUnchanged(operation, footprint);
}

bool WatchedStack::mayAlter(const Operation& one, const Footprint& oneBefore,
                            const Operation& other, const Footprint& otherBefore) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.mayAlter(one, oneBefore, other, otherBefore);
}

Result<Done> WatchedStack::set(const Operation& operation) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.set(operation);
}

Result<Restored> WatchedStack::restore(const Operation& operation, const Footprint& before,
                                       const Footprint& after) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.restore(operation, before, after);
}

Result<bool> WatchedStack::settled() {
  const Watchdog::Guard guard(watchdog_);
  return stack_.settled();
}

}  // namespace interface_panel
