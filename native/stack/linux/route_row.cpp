// SPDX-License-Identifier: MIT
#include "stack/linux/route_row.h"

namespace interface_panel {
namespace {

// NL_ROUTE_ORIGIN.
constexpr std::uint32_t kOriginManual = 0;
constexpr std::uint32_t kOriginWellKnown = 1;
constexpr std::uint32_t kOriginDhcp = 2;
constexpr std::uint32_t kOriginRouterAdvertisement = 3;

std::uint32_t originOf(std::uint8_t protocol) {
  switch (protocol) {
    case RTPROT_KERNEL:
      return kOriginWellKnown;
    case RTPROT_DHCP:
      return kOriginDhcp;
    case RTPROT_RA:
      return kOriginRouterAdvertisement;
    default:
      return kOriginManual;
  }
}

std::optional<std::uint64_t> luidOf(std::uint32_t index, const LuidByIndex& luids) {
  if (index == 0) return 0;
  const auto found = luids.find(index);
  if (found == luids.end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<Route> makeRoute(const RouteMessage& message, const LuidByIndex& luids) {
  const auto luid = luidOf(message.index, luids);
  if (!luid) return std::nullopt;
  Route route;
  route.family = message.family;
  route.luid = *luid;
  route.destination = message.destination;
  route.source = message.source;
  route.nextHop = message.nextHop;
  route.preferredSource = message.preferredSource;
  route.metric = message.metric;
  route.protocol = message.header.rtm_protocol;
  route.origin = originOf(message.header.rtm_protocol);
  route.table = message.table;
  route.type = message.header.rtm_type;
  route.scope = message.header.rtm_scope;
  route.tos = message.header.rtm_tos;
  route.flags = message.header.rtm_flags;
  route.validLifetime = message.validLifetime;
  route.preference = message.preference;
  route.nexthopId = message.nexthopId;
  route.mtu = message.mtu;
  for (const RouteMessageHop& hop : message.hops) {
    const auto hopLuid = luidOf(hop.index, luids);
    if (!hopLuid) return std::nullopt;
    route.hops.push_back({*hopLuid, hop.nextHop, hop.weight, hop.flags});
  }
  return route;
}

}  // namespace interface_panel
