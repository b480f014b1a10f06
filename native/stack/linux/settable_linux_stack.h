// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel {

/// The whole Linux stack. Changes need CAP_NET_ADMIN. The factory opens a raw ICMPv6 socket for
/// Router Solicitations, which needs CAP_NET_RAW: the helper calls it before it drops that
/// capability. Without the socket everything works, but a learnt default route comes back only when
/// its router next announces it.
///
/// Opens nothing but netlink sockets and a link's own folders in /proc/sys/net/{ipv4,ipv6}/
/// {conf,neigh}, except for snapshot(), which also reads resolv.conf.
std::unique_ptr<SettableIpStack> makeSettableLinuxStack();

}  // namespace interface_panel
