// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/snapshot.h"

namespace interface_panel::simulated {

/// Puts a value into a row that Get filled; a Metric of one's own turns UseAutomaticMetric off, as
/// Set-NetIPInterface does.
void putValue(IpInterface& row, Field field, std::int64_t value);

/// Makes a row that Get filled fit for Set: Get reports a SitePrefixLength of 64 on IPv4, where Set
/// takes nothing but 0, and above 128 on IPv6. Source: SetIpInterfaceEntry, Remarks.
void repairSitePrefixLength(IpInterface& row);

}  // namespace interface_panel::simulated
