// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace interface_panel {

// Milliseconds of a monotonic clock, as in transaction/time_limits.h.

/// An IP interface is looked at once nothing was told of it for so long.
inline constexpr std::uint64_t kQuiet = 1000;
/// And at the latest so long after it began to move.
inline constexpr std::uint64_t kLongestUnrest = 10'000;
/// How long after it came a value is set again that somebody changes.
inline constexpr std::uint64_t kArrivalWindow = 60'000;
/// When to look in that time where nobody tells of a change.
inline constexpr std::array<std::uint64_t, 4> kWindowLooks{5'000, 15'000, 30'000, 59'000};
/// How often a value is set for one arrival: at first, and three times again.
inline constexpr std::size_t kChances = 4;
/// How long to wait after each of them but the last.
inline constexpr std::array<std::uint64_t, kChances - 1> kPauses{2'000, 6'000, 18'000};
/// Where default routes come again and again (a lease that is renewed), a chance comes back after
/// so long; who has none left must be without such a route for so long.
inline constexpr std::uint64_t kChanceReturns = 45'000;

/// How long a change of the adapters waits for the next one.
inline constexpr std::uint64_t kGatherAdapters = 50;
/// The adapters are read no more often than that.
inline constexpr std::uint64_t kBetweenAdapters = 500;
/// The status is written no more often than that.
inline constexpr std::uint64_t kBetweenStatuses = 2'000;
/// When to try again what fails, or waits for a helper.
inline constexpr std::uint64_t kTryAgain = 1'000;
/// When to try again to write a status that could not be.
inline constexpr std::uint64_t kWriteAgain = 60'000;
/// So many settings are set before a helper gets its turn, which comes within so long.
inline constexpr std::size_t kMostPerTurn = 32;
inline constexpr std::uint64_t kBetweenTurns = 50;

}  // namespace interface_panel
