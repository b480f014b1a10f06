// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/netlink_socket.h"
#include "stack/linux/route_record.h"
#include "stack/result.h"

namespace interface_panel {

/// Where a route is added among those of its group.
enum class RoutePlace {
  last,
  /// Before all others; the kernel has this for IPv4 alone, and adds IPv6 routes last.
  first,
};

/// Adds a route to its group without touching another one; what is there already is left as it is.
/// Errors: those of RTM_NEWROUTE.
Result<Done> addRoute(NetlinkSocket& route, const RouteRecord& record,
                      RoutePlace place = RoutePlace::last);

/// Takes a route away; one that is gone already is no error. Errors: those of RTM_DELROUTE.
Result<Done> removeRoute(NetlinkSocket& route, const RouteRecord& record);

/// Whether asking the kernel to take `removed` away might hit `other`, if that stands earlier: a
/// route without a gateway names none, and one of the same link that has one fits as well.
bool mightHit(const RouteRecord& removed, const RouteRecord& other);

}  // namespace interface_panel
