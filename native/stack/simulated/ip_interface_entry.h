// SPDX-License-Identifier: MIT
#pragma once

#include "stack/simulated/network.h"

// The calls of iphlpapi as the simulated kernel answers them. An IpInterface stands for the
// MIB_IPINTERFACE_ROW; key and index name the interface, the LUID first. All return a Win32 code.
namespace interface_panel::simulated {

inline constexpr int kNoError = 0;

/// Fills the row. Errors: 87 (family not 2 or 23, neither LUID nor index), 2 (no such interface),
/// 1168 (it has no row for that family). Source: GetIpInterfaceEntry (netioapi.h).
int getIpInterfaceEntry(const SimulatedNetwork& network, IpInterface& row);

/// Takes over every member the caller may set and fills in the LUID; all bits set in a member leave
/// it as it is. What the stack owns is ignored: the documented members, Metric while
/// UseAutomaticMetric is on, the M and O flags while router advertisements set them. Errors: those
/// of Get; 87 for a value the member does not take, SitePrefixLength other than 0 on IPv4 or
/// UseNeighborUnreachabilityDetection from on to off; 50 for the loopback interface. Source:
/// SetIpInterfaceEntry (netioapi.h), Set-NetIPInterface.
int setIpInterfaceEntry(SimulatedNetwork& network, IpInterface& row);

}  // namespace interface_panel::simulated
