// SPDX-License-Identifier: MIT
#pragma once

#include <linux/rtnetlink.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "stack/linux/netlink_socket.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// The lifetime of a route that does not end, in seconds.
constexpr std::uint32_t kForEver = 0xFFFFFFFFU;

/// One next hop of a RouteMessage.
struct RouteMessageHop {
  std::uint32_t index = 0;
  IpAddress nextHop;
  std::uint32_t weight = 1;
  std::uint32_t flags = 0;
  /// All attributes of the hop, in its order.
  Bytes attributes;
};

/// One route as RTM_NEWROUTE tells it, with interface indexes as the kernel has them.
struct RouteMessage {
  Family family = Family::ipv4;
  /// Without attributes that only say how the route is doing: this header and these attributes,
  /// sent again, make the same route.
  rtmsg header{};
  std::uint32_t table = 0;
  std::uint32_t index = 0;
  std::uint32_t metric = 0;
  IpPrefix destination;
  IpPrefix source;
  IpAddress nextHop;
  std::optional<IpAddress> preferredSource;
  std::uint32_t preference = 0;
  std::uint32_t nexthopId = 0;
  std::uint32_t mtu = 0;
  /// RTAX_LOCK: the kernel leaves these metrics alone.
  std::uint32_t lockedMetrics = 0;
  /// Seconds, or kForEver.
  std::uint32_t validLifetime = kForEver;
  std::vector<RouteMessageHop> hops;
  /// All attributes of the message, in its order.
  Bytes attributes;

  /// A unicast route to everywhere.
  [[nodiscard]] bool isDefault() const;
};

/// Reads one answer to RTM_GETROUTE; none for anything that is no IPv4 or IPv6 route. The result
/// points into the answer.
std::optional<RouteMessage> readRouteMessage(const NetlinkMessage& message);

/// Which routes to list: 0 stands for all.
struct RouteFilter {
  std::uint32_t table = 0;
  std::uint32_t index = 0;
  /// RTN_UNICAST and the like.
  std::uint8_t type = 0;
};

/// The answers that readRouteMessage reads. Errors: those of RTM_GETROUTE; an unknown table has no
/// routes.
Result<NetlinkAnswers> dumpRoutes(NetlinkSocket& route, Family family, const RouteFilter& filter);

}  // namespace interface_panel
