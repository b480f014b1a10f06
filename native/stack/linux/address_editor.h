// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Takes an IPv6 address from the link with `index`, with the temporary ones made from it; one that
/// is gone already is no error. Errors: those of RTM_DELADDR.
Result<Done> removeAddress(NetlinkSocket& route, std::uint32_t index, const IpPrefix& prefix);

}  // namespace interface_panel
