// SPDX-License-Identifier: MIT
#include "stack/linux/default_route_summary.h"

#include "stack/linux/parking_table.h"

namespace interface_panel {
namespace {

// A link-local IPv6 gateway belongs to its link, and `onlink` says as much of any other.
bool isLookedFor(const RouteMessage& route) {
  const IpAddress& gateway = route.nextHop;
  const bool linkLocal = gateway.family == Family::ipv6 && gateway.bytes[0] == 0xFE &&
                         (gateway.bytes[1] & 0xC0) == 0x80;
  const bool onlink = (route.header.rtm_flags & RTNH_F_ONLINK) != 0;
  return gateway != IpAddress{.family = gateway.family} && !linkLocal && !onlink;
}

// IPv6 has default routes for packets from some addresses alone (RFC 8028); they would stay.
bool limitedToSource(const RouteMessage& route) {
  return route.destination.prefixLength == 0 && route.source.prefixLength != 0 &&
         route.header.rtm_type == RTN_UNICAST && route.table == RT_TABLE_MAIN;
}

}  // namespace

void DefaultRouteSummaries::add(const RouteMessage& route) {
  if (limitedToSource(route)) at(route.family, route.index).sourceLimited = true;
  if (!route.isDefault()) return;
  if (route.nexthopId != 0) {
    if (route.index == 0 && route.hops.empty()) hiddenNexthopObject_[route.family] = true;
    if (route.index != 0) at(route.family, route.index).nexthopObject = true;
    for (const auto& hop : route.hops) at(route.family, hop.index).nexthopObject = true;
    return;
  }
  for (const auto& hop : route.hops) {
    DefaultRouteSummary& state = at(route.family, hop.index);
    state.multipath = true;
    state.present = true;
    if (route.table == RT_TABLE_MAIN && (hop.flags & RTNH_F_DEAD) == 0) state.usable = true;
  }
  if (route.index == 0) return;

  DefaultRouteSummary& state = at(route.family, route.index);
  if (route.table == parkedRoutesTable(route.index) ||
      route.table == parkedLearntRoutesTable(route.index)) {
    state.parked = true;
  } else if (route.table == RT_TABLE_MAIN) {
    state.present = true;
    if ((route.header.rtm_flags & RTNH_F_DEAD) == 0) state.usable = true;
  } else {
    state.otherTable = true;
    return;
  }
  if (isLookedFor(route)) state.gateways.push_back(route.nextHop);
}

DefaultRouteSummary DefaultRouteSummaries::of(Family family, std::uint32_t index) const {
  const auto found = states_.find({family, index});
  DefaultRouteSummary state = found == states_.end() ? DefaultRouteSummary{} : found->second;
  if (hiddenNexthopObject_.contains(family)) state.nexthopObject = true;
  return state;
}

Result<DefaultRouteSummary> readDefaultRouteSummary(NetlinkSocket& route, Family family,
                                                    std::uint32_t index) {
  // Unfiltered: the kernel's filter by link passes over nexthop objects that hide theirs.
  const auto answers = dumpRoutes(route, family, {});
  if (!answers) return answers.error();
  DefaultRouteSummaries states;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    if (const auto message = readRouteMessage(answers.value()[i])) states.add(*message);
  }
  return states.of(family, index);
}

}  // namespace interface_panel
