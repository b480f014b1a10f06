// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel {

/// The stack of this process's network namespace, read over rtnetlink and ethtool netlink. Needs no
/// privilege. Failures to open the kernel's sockets are reported by the calls.
std::unique_ptr<IpStack> makeLinuxStack();

}  // namespace interface_panel
