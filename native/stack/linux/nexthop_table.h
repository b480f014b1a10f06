// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "stack/linux/route_message.h"

namespace interface_panel {

/// One member of a group of nexthop objects.
struct NexthopMember {
  std::uint32_t id = 0;
  std::uint32_t weight = 1;
};

/// A nexthop object as RTM_NEWNEXTHOP tells it, with its link's index as the kernel has it.
struct Nexthop {
  std::uint32_t id = 0;
  std::uint32_t index = 0;
  /// None: on-link.
  std::optional<IpAddress> gateway;
  /// RTNH_F_*.
  std::uint32_t flags = 0;
  /// Drops what is sent there.
  bool blackhole = false;
  /// A group's members; empty for any other object.
  std::vector<NexthopMember> group;
};

/// Nexthop objects by their number.
using NexthopTable = std::unordered_map<std::uint32_t, Nexthop>;

/// Reads one answer to RTM_GETNEXTHOP; none for anything that is no nexthop object.
std::optional<Nexthop> readNexthopMessage(const NetlinkMessage& message);

/// All nexthop objects. Errors: those of RTM_GETNEXTHOP.
Result<NexthopTable> readNexthops(NetlinkSocket& route);

/// Leads the route the way of its nexthop object, of which the kernel tells the number alone with
/// net.ipv4.nexthop_compat_mode=0, and not all otherwise. One whose object is not in `nexthops`
/// stays as it was told. What comes of it is to be shown: it does not make the route again.
void leadThroughNexthop(RouteMessage& message, const NexthopTable& nexthops);

}  // namespace interface_panel
