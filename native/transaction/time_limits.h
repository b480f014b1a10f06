// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>

namespace interface_panel {

/// All times are milliseconds of one monotonic clock that stands still while the machine sleeps.
inline constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

inline constexpr std::uint64_t kHelloLimit = 10'000;
inline constexpr std::uint64_t kPlanLimit = 10'000;
inline constexpr std::uint64_t kCommitLimit = 60'000;
/// How long a stack may take to settle, and how long a restore that failed is tried again.
inline constexpr std::uint64_t kSettleLimit = 20'000;
inline constexpr std::uint64_t kSettleInterval = 250;
inline constexpr std::uint64_t kRetryInterval = 500;
/// The longest life of a helper; the longest deadline is 600 s.
inline constexpr std::uint64_t kHardCap = 15 * 60'000;
/// How long one call into the stack may take before the watchdog ends the helper.
inline constexpr std::uint64_t kCallLimit = 30'000;

}  // namespace interface_panel
