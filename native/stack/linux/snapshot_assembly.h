// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/ethtool_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Everything the kernel and resolv.conf tell, joined by LUID. What belongs to a link that came or
/// went between two of the dumps is left out; a notification follows it.
Result<Snapshot> takeSnapshot(NetlinkSocket& route, EthtoolTables& ethtool);

}  // namespace interface_panel
