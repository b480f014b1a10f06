// SPDX-License-Identifier: MIT
// What every stack notifies of.
#include <doctest/doctest.h>

#include <atomic>

#include "stack_under_test.h"

namespace interface_panel {
namespace {

TEST_CASE("a watch is told of every change that the platform notifies") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeReader();
  std::atomic<int> calls = 0;
  const auto watch = stack->watch([&] { ++calls; });
  REQUIRE(watch.ok());
  for (const Trial& trial : fixture->trials()) {
    if (!fixture->notified(trial.field)) continue;
    CAPTURE(describe(trial));
    const std::int64_t old = operationOf(*stack, trial).expected;
    const int before = calls;
    fixture->setFromOutside(trial.key, trial.field, trial.value);
    CHECK(eventually([&] { return calls > before; }));
    fixture->setFromOutside(trial.key, trial.field, old);
  }
}

TEST_CASE("a watch that was ended is told nothing more") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeReader();
  std::atomic<int> calls = 0;
  {
    const auto ended = stack->watch([&] { ++calls; });
    REQUIRE(ended.ok());
  }
  const int before = calls;
  std::atomic<int> others = 0;
  const auto watch = stack->watch([&] { ++others; });
  REQUIRE(watch.ok());
  const Trial trial = [&] {
    for (const Trial& one : fixture->trials()) {
      if (fixture->notified(one.field)) return one;
    }
    return Trial{};
  }();
  fixture->setFromOutside(trial.key, trial.field, trial.value);
  CHECK(eventually([&] { return others > 0; }));
  CHECK(calls == before);
}

}  // namespace
}  // namespace interface_panel
