// SPDX-License-Identifier: MIT
#include "stack/linux/default_route_summary.h"

#include "stack/linux/parking_table.h"

namespace interface_panel {

void DefaultRouteSummaries::add(const RouteMessage& route) {
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
  }
}

DefaultRouteSummary DefaultRouteSummaries::of(Family family, std::uint32_t index) const {
  const auto found = states_.find({family, index});
  DefaultRouteSummary state = found == states_.end() ? DefaultRouteSummary{} : found->second;
  if (hiddenNexthopObject_.contains(family)) state.nexthopObject = true;
  return state;
}

}  // namespace interface_panel
