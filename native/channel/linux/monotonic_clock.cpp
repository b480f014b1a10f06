// SPDX-License-Identifier: MIT
#include "channel/monotonic_clock.h"

#include <ctime>

namespace interface_panel {

std::uint64_t monotonicMilliseconds() {
  timespec now{};
  // Cannot fail: the clock exists on every Linux and the pointer is valid.
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1000 +
         static_cast<std::uint64_t>(now.tv_nsec) / 1'000'000;
}

}  // namespace interface_panel
