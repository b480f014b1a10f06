// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// The policy routing rules of one family, in the order the kernel asks them.
Result<std::vector<Rule>> readRules(NetlinkSocket& route, Family family);

}  // namespace interface_panel
