// SPDX-License-Identifier: MIT
#include "transaction/settling.h"

#include "transaction/time_limits.h"

namespace interface_panel {

void Settling::begin(std::uint64_t now) {
  askAt_ = now;
  until_ = now + kSettleLimit;
  settled_ = false;
  overdue_ = false;
}

void Settling::step(std::uint64_t now) {
  if (ended() || now < askAt_) return;
  const Result<bool> settled = stack_.settled();
  settled_ = settled.ok() && settled.value();
  overdue_ = !settled_ && now >= until_;
  askAt_ = now + kSettleInterval;
}

std::uint64_t Settling::nextWakeUp() const { return ended() ? kNever : askAt_; }

}  // namespace interface_panel
