// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/ip_interface_row.h"
#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Reads one row without the rest of a snapshot. Errors: ENODEV without such a link, EAFNOSUPPORT
/// when the link has no IP interface of that family.
Result<IpInterface> readIpInterface(NetlinkSocket& route, const IpInterfaceKey& key);

}  // namespace interface_panel
