// SPDX-License-Identifier: MIT
#include "stack/simulated/automatic_metric.h"

#include <array>

#include "stack/simulated/network.h"

namespace interface_panel::simulated {
namespace {

struct Step {
  /// Bits per second from which the metric holds.
  std::uint64_t speed;
  std::uint32_t metric;
};

constexpr std::uint64_t kKilo = 1'000;
constexpr std::uint64_t kMega = 1'000'000;
constexpr std::uint64_t kGiga = 1'000'000'000;

constexpr std::array kWireless = {
    Step{2 * kGiga, 25},  Step{500 * kMega, 30}, Step{200 * kMega, 35}, Step{150 * kMega, 40},
    Step{80 * kMega, 45}, Step{50 * kMega, 50},  Step{20 * kMega, 55},  Step{10 * kMega, 60},
    Step{4 * kMega, 65},  Step{2 * kMega, 70},   Step{500 * kKilo, 75}, Step{200 * kKilo, 80},
    Step{0, 85},
};

constexpr std::array kOther = {
    Step{100 * kGiga, 5},  Step{40 * kGiga, 10}, Step{10 * kGiga, 15}, Step{2 * kGiga, 20},
    Step{200 * kMega, 25}, Step{80 * kMega, 35}, Step{20 * kMega, 45}, Step{4 * kMega, 55},
    Step{500 * kKilo, 65}, Step{0, 75},
};

constexpr std::uint32_t kLoopbackMetric = 75;

template <typename Steps>
std::uint32_t metricOf(const Steps& steps, std::uint64_t speed) {
  for (const Step& step : steps) {
    if (speed >= step.speed) return step.metric;
  }
  return steps.back().metric;
}

/// NDIS_PHYSICAL_MEDIUM: wireless LAN, wireless WAN, native 802.11.
bool isWireless(std::uint32_t physicalMediumType) {
  return physicalMediumType == 1 || physicalMediumType == 8 || physicalMediumType == 9;
}

}  // namespace

std::uint32_t automaticMetric(const Adapter& adapter) {
  if (adapter.type == kLoopbackType) return kLoopbackMetric;
  return isWireless(adapter.physicalMediumType) ? metricOf(kWireless, adapter.transmitLinkSpeed)
                                                : metricOf(kOther, adapter.transmitLinkSpeed);
}

}  // namespace interface_panel::simulated
