// SPDX-License-Identifier: MIT
#include "helper/watched_stack.h"

#include <utility>

namespace interface_panel {

Result<std::vector<NamedAdapter>> WatchedStack::adapters() {
  const Watchdog::Guard guard(watchdog_);
  return stack_.adapters();
}

Result<std::optional<std::int64_t>> WatchedStack::value(const Operation& operation) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.value(operation);
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

Result<Done> WatchedStack::set(const Operation& operation) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.set(operation);
}

Result<Refusal> WatchedStack::checkRestore(const Operation& operation, const Footprint& before,
                                           const Footprint& after) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.checkRestore(operation, before, after);
}

Result<Restored> WatchedStack::restore(const Operation& operation, const Footprint& before,
                                       const Footprint& after) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.restore(operation, before, after);
}

Result<Restored> WatchedStack::restoreJournalled(const Operation& operation,
                                                 const Footprint& before, const Footprint& after) {
  const Watchdog::Guard guard(watchdog_);
  return stack_.restoreJournalled(operation, before, after);
}

Result<bool> WatchedStack::settled() {
  const Watchdog::Guard guard(watchdog_);
  return stack_.settled();
}

}  // namespace interface_panel
