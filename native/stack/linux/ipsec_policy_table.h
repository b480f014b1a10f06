// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "stack/linux/netlink_socket.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Reads one answer to XFRM_MSG_GETPOLICY; none for anything but a policy of the main type for
/// packets that leave. Policies of single sockets have directions of their own.
std::optional<IpsecPolicy> readIpsecPolicyMessage(const NetlinkMessage& message);

/// The IPsec policies for packets that leave, in no order that means anything. The kernel tells
/// them to CAP_NET_ADMIN alone: none for anybody else, nor where the kernel has no IPsec. Errors:
/// those of socket(2), bind(2) and XFRM_MSG_GETPOLICY.
Result<std::vector<IpsecPolicy>> readIpsecPolicies();

}  // namespace interface_panel
