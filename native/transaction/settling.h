// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/ip_stack.h"

namespace interface_panel {

/// Polls SettableIpStack::settled() until nothing is left to wait for, for a bounded time.
class Settling {
 public:
  explicit Settling(SettableIpStack& stack) : stack_(stack) {}

  /// Counts the bound from `now` on.
  void begin(std::uint64_t now);

  /// Asks the stack if it is time to.
  void step(std::uint64_t now);

  /// When to ask again; kNever once ended.
  [[nodiscard]] std::uint64_t nextWakeUp() const;

  /// Settled, or the bound is over.
  [[nodiscard]] bool ended() const { return settled_ || overdue_; }
  [[nodiscard]] bool settled() const { return settled_; }

 private:
  SettableIpStack& stack_;
  std::uint64_t askAt_ = 0;
  std::uint64_t until_ = 0;
  bool settled_ = false;
  bool overdue_ = false;
};

}  // namespace interface_panel
