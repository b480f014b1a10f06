// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>

#include "helper/watchdog.h"

using namespace interface_panel;

TEST_CASE("A call that never returns is noticed") {
  std::promise<void> expired;
  std::atomic<bool> told = false;
  Watchdog watchdog(std::chrono::milliseconds(1), 3, [&] {
    if (!told.exchange(true)) expired.set_value();
  });
  const Watchdog::Guard guard(watchdog);
  CHECK(expired.get_future().wait_for(std::chrono::minutes(1)) == std::future_status::ready);
}

TEST_CASE("Calls that return are not added up, and no call is no hang") {
  std::atomic<bool> expired = false;
  {
    Watchdog watchdog(std::chrono::milliseconds(1), 1'000'000, [&] { expired = true; });
    for (int i = 0; i < 100'000; ++i) const Watchdog::Guard guard(watchdog);
  }
  CHECK_FALSE(expired);
}
