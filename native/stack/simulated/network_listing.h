// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ostream>

#include "stack/simulated/network.h"

namespace interface_panel::simulated {

/// Counts, armed faults, and a line for each adapter and each IP interface. UTF-8.
void listNetwork(const SimulatedNetwork& network, std::uint64_t generation, std::ostream& out);

/// Every field of one row, a line each: name, blank, number.
void listFields(const IpInterface& row, std::ostream& out);

}  // namespace interface_panel::simulated
