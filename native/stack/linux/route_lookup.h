// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Asks the kernel which way it would send a packet (RTM_GETROUTE), rules included. Errors:
/// ENETUNREACH without a route, EHOSTUNREACH, EACCES or EINVAL for unreachable, prohibit and
/// blackhole routes, EINVAL for a source of another family or that this system does not own.
Result<BestRoute> lookUpRoute(NetlinkSocket& route, const IpAddress& destination,
                              const std::optional<IpAddress>& source);

}  // namespace interface_panel
