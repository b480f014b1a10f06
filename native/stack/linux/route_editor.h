// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/linux/netlink_socket.h"
#include "stack/linux/route_record.h"
#include "stack/result.h"

namespace interface_panel {

/// Adds a route behind those of its group; one that is there already is left as it is. Errors:
/// those of RTM_NEWROUTE.
Result<Done> addRoute(NetlinkSocket& route, const RouteRecord& record);

/// Takes a route away; one that is gone already is no error. Errors: those of RTM_DELROUTE.
Result<Done> removeRoute(NetlinkSocket& route, const RouteRecord& record);

/// Makes the routes of one group, now `live`, into `wanted`, order included. The kernel only adds
/// at the end, so that from the first difference on every route is taken away and added again, one
/// at a time. Routes that stay keep the lifetime they have now. Stops at the first error.
Result<Done> arrangeGroup(NetlinkSocket& route, const std::vector<RouteRecord>& live,
                          const std::vector<RouteRecord>& wanted);

}  // namespace interface_panel
