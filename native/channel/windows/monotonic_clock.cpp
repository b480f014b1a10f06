// SPDX-License-Identifier: MIT
#include "channel/monotonic_clock.h"

#include <windows.h>

namespace interface_panel {

std::uint64_t monotonicMilliseconds() {
  constexpr ULONGLONG kHundredNanosecondsPerMillisecond = 10'000;
  ULONGLONG now = 0;
  // Fails for a null pointer alone.
  QueryUnbiasedInterruptTime(&now);
  return now / kHundredNanosecondsPerMillisecond;
}

}  // namespace interface_panel
