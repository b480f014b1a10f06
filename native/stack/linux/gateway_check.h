// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/linux/default_route_summary.h"
#include "stack/linux/netlink_socket.h"

namespace interface_panel {

/// Whether the kernel would take a route through each of these gateways on the link `index`, should
/// it be made anew: it looks for a gateway by rules and routes as they are now, and refuses one
/// that they lead elsewhere (fib_check_nh, ip6_route_check_nh).
bool takesGateways(NetlinkSocket& route, std::uint32_t index,
                   const std::vector<IpAddress>& gateways);

}  // namespace interface_panel
