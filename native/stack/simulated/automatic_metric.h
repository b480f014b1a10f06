// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/snapshot.h"

namespace interface_panel::simulated {

/// The metric Windows 10 and later compute for an adapter while UseAutomaticMetric is on, by link
/// speed and medium. Source: "Automatic Metric for IPv4 routes" (support article).
std::uint32_t automaticMetric(const Adapter& adapter);

}  // namespace interface_panel::simulated
