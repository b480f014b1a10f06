// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/simulated/network.h"

namespace interface_panel::simulated {

/// The network of the demo: an office computer with two VPNs connected, so that the choice of the
/// way to the internet matters.
SimulatedNetwork demoNetwork();

/// The demo with generated virtual adapters added until it has `size` IP interfaces.
/// `size` must be kDemoSize to kMaxSize. Always the same for the same size.
SimulatedNetwork networkOfSize(std::uint32_t size);

}  // namespace interface_panel::simulated
