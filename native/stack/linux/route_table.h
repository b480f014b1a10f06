// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "stack/linux/default_route_summary.h"
#include "stack/linux/link_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/linux/nexthop_table.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// The routes of all tables.
struct RouteTable {
  /// In the kernel's order: IPv4 before IPv6.
  std::vector<Route> rows;
  DefaultRouteSummaries defaults;
  /// Asked for when the first route has one: most systems have none.
  std::optional<NexthopTable> nexthops;
};

/// What the answers to dumpRoutes say, and the nexthop objects besides. Routes of links that are
/// not in `luids` are left out. Errors: those of RTM_GETNEXTHOP.
Result<RouteTable> makeRouteTable(NetlinkSocket& route, const LuidByIndex& luids,
                                  const NetlinkAnswers& ipv4, const NetlinkAnswers& ipv6);

/// Asks for them as well. Errors: those of RTM_GETROUTE besides.
Result<RouteTable> readRouteTable(NetlinkSocket& route, const LuidByIndex& luids);

}  // namespace interface_panel
