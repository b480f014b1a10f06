// SPDX-License-Identifier: MIT
#include "transaction/outcome.h"

#include "transaction/platform_error.h"
#include "transaction/preparation.h"

namespace interface_panel {

Outcome outcomeOfRestore(Restored restored) {
  if (restored == Restored::complete) return Outcome::restored;
  if (restored == Restored::foreign) return Outcome::foreign;
  return restored == Restored::gone ? Outcome::gone : Outcome::restoreFailed;
}

OutcomeMessage outcomeOfError(std::uint16_t operation, const Error& error) {
  return {.operation = operation,
          .outcome = saysGone(error) ? Outcome::gone : Outcome::restoreFailed,
          .platform = platformCode(error)};
}

void addLiveValue(OutcomeMessage& outcome, SettableIpStack& stack, const Operation& operation) {
  const auto live = stack.value(operation);
  if (!live || !live.value()) return;
  outcome.hasLive = true;
  outcome.live = *live.value();
}

}  // namespace interface_panel
