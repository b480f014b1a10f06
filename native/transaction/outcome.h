// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/ip_stack.h"
#include "transaction/frame.h"

namespace interface_panel {

/// The outcome that says what a stack answered to a restore.
Outcome outcomeOfRestore(Restored restored);

/// The outcome of a restore that ended with an error: gone when the error says so, else failed.
OutcomeMessage outcomeOfError(std::uint16_t operation, const Error& error);

/// Adds the value found now, if it can be read.
void addLiveValue(OutcomeMessage& outcome, SettableIpStack& stack, const Operation& operation);

}  // namespace interface_panel
