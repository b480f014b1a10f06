// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "stack/ip_stack.h"

namespace interface_panel {

/// What is there in place of a lasting value.
struct Finding {
  enum class Kind {
    /// The adapter, or its row for the family.
    gone,
    unreadable,
    equal,
    /// Another value, which the stack would not let us change.
    refused,
    differs,
  };
  Kind kind = Kind::gone;
  /// Of `equal`, `refused` and `differs`.
  std::int64_t live = 0;
  Refusal refusal = Refusal::none;
  /// Of `unreadable`.
  std::optional<Error> error = std::nullopt;
};

/// Compares the operation's value with the live one and asks the stack, as the helper does, whether
/// it may be set. Changes nothing.
Finding look(SettableIpStack& stack, Operation operation);

/// What came of setting a value.
struct SetAgain {
  /// None where the value is there now.
  std::optional<Error> error = std::nullopt;
  /// After a failure: whether everything is as before.
  bool takenBack = false;
};

/// Makes the operation and reads it back; takes back what is not wholly made.
SetAgain setAgain(SettableIpStack& stack, const Operation& operation);

}  // namespace interface_panel
