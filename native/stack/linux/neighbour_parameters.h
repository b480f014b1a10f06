// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "stack/ip_interface_key.h"
#include "stack/linux/netlink_socket.h"
#include "stack/result.h"

namespace interface_panel {

/// What the kernel keeps per link for neighbour discovery or ARP, in milliseconds.
struct NeighbourParameters {
  std::optional<std::int64_t> baseReachableTime;
  /// Drawn at random around the base, again and again (RFC 4861, 6.3.2).
  std::optional<std::int64_t> reachableTime;
  std::optional<std::int64_t> retransmitTime;
};

/// By interface index.
using NeighbourTable = std::map<std::uint32_t, NeighbourParameters>;

/// The parameters of every link for one family.
Result<NeighbourTable> readNeighbourTable(NetlinkSocket& route, Family family);

}  // namespace interface_panel
