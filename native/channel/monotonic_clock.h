// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interface_panel {

/// Milliseconds of a clock that never falls, whatever happens to the wall clock, and that stands
/// still while the machine sleeps: CLOCK_MONOTONIC, QueryUnbiasedInterruptTime.
std::uint64_t monotonicMilliseconds();

}  // namespace interface_panel
