// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "stack/linux/default_route_summary.h"
#include "stack/linux/ethtool_table.h"
#include "stack/linux/link_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Everything the kernel and resolv.conf tell, joined by LUID. What belongs to a link that came or
/// went between two of the dumps is left out; a notification follows it.
Result<Snapshot> takeSnapshot(NetlinkSocket& route, EthtoolTables& ethtool);

/// Provides for the routes of these links and says what they are to the links.
using ReadRoutes = std::function<Result<DefaultRouteSummaries>(const LuidByIndex&)>;

/// The same without routes. Of all that can fail `readRoutes` comes last.
Result<Snapshot> takeSnapshotBesideRoutes(NetlinkSocket& route, EthtoolTables& ethtool,
                                          const ReadRoutes& readRoutes);

}  // namespace interface_panel
