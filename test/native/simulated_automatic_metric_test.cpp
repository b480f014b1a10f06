// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <limits>

#include "stack/simulated/automatic_metric.h"

namespace interface_panel::simulated {
namespace {

struct Expected {
  std::uint64_t speed;
  std::uint32_t metric;
};

constexpr std::uint32_t kWired = 14;
constexpr std::uint64_t kMega = 1'000'000;

std::uint32_t metricOf(std::uint32_t type, std::uint32_t medium, std::uint64_t speed) {
  Adapter adapter;
  adapter.type = type;
  adapter.physicalMediumType = medium;
  adapter.transmitLinkSpeed = speed;
  return automaticMetric(adapter);
}

TEST_CASE("wired links follow their speed, steps included") {
  for (const auto& [speed, metric] :
       {Expected{100'000 * kMega, 5}, Expected{40'000 * kMega, 10}, Expected{10'000 * kMega, 15},
        Expected{2'000 * kMega, 20}, Expected{1'000 * kMega, 25}, Expected{200 * kMega, 25},
        Expected{200 * kMega - 1, 35}, Expected{20 * kMega, 45}, Expected{4 * kMega, 55},
        Expected{500'000, 65}, Expected{499'999, 75}, Expected{0, 75}}) {
    CAPTURE(speed);
    CHECK(metricOf(6, kWired, speed) == metric);
  }
}

TEST_CASE("wireless media have a table of their own") {
  for (const std::uint32_t medium : {1U, 8U, 9U}) {
    CAPTURE(medium);
    for (const auto& [speed, metric] :
         {Expected{2'000 * kMega, 25}, Expected{500 * kMega, 30}, Expected{200 * kMega, 35},
          Expected{150 * kMega, 40}, Expected{80 * kMega, 45}, Expected{50 * kMega, 50},
          Expected{20 * kMega, 55}, Expected{10 * kMega, 60}, Expected{4 * kMega, 65},
          Expected{2 * kMega, 70}, Expected{500'000, 75}, Expected{200'000, 80},
          Expected{199'999, 85}}) {
      CAPTURE(speed);
      CHECK(metricOf(71, medium, speed) == metric);
    }
  }
}

TEST_CASE(
    "the loopback interface has 75 whatever its speed, an unknown speed counts as the highest") {
  CHECK(metricOf(24, 0, 1'073'741'824) == 75);
  CHECK(metricOf(53, 0, std::numeric_limits<std::uint64_t>::max()) == 5);
}

}  // namespace
}  // namespace interface_panel::simulated
