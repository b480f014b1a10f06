// SPDX-License-Identifier: MIT
#include "stack/linux/default_routes_moves.h"

#include <algorithm>
#include <iterator>

#include "stack/linux/parking_table.h"

namespace interface_panel {
namespace {

bool has(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  return findRoute(routes, wanted) != nullptr;
}

void addTaken(const DefaultRoutesState& before, const DefaultRoutesState& after,
              DefaultRoutesMoves& moves) {
  for (std::size_t i = 0; i < before.routes.size(); ++i) {
    const RouteRecord& route = before.routes[i];
    if (has(after.routes, route)) continue;
    if (has(after.parked, parkedCopy(route))) {
      moves.taken.push_back({route, before.ahead[i], true});
    } else {
      moves.lost = true;
    }
  }
  moves.copiesMade = without(after.parked, before.parked);
  for (const RouteRecord& copy : moves.copiesMade) {
    const RouteRecord route = returnedRoute(copy);
    if (has(before.routes, route) || has(after.routes, route)) continue;
    moves.taken.push_back({route, {}, false});
  }
}

void addReturned(const DefaultRoutesState& before, const DefaultRoutesState& after,
                 DefaultRoutesMoves& moves) {
  moves.copiesRemoved = without(before.parked, after.parked);
  for (const RouteRecord& route : without(after.routes, before.routes)) {
    if (has(before.parked, parkedCopy(route))) moves.returned.push_back(route);
  }
}

}  // namespace

DefaultRoutesMoves movesBetween(const DefaultRoutesState& before, const DefaultRoutesState& after,
                                const Operation& operation) {
  DefaultRoutesMoves moves;
  const bool disabled = operation.value != 0;
  if (disabled) {
    addTaken(before, after, moves);
  } else {
    addReturned(before, after, moves);
  }
  const std::int64_t from = before.acceptRaDefrtr.value_or(0);
  const std::int64_t to = after.acceptRaDefrtr.value_or(0);
  moves.switched = disabled ? from != 0 && to == 0 : from == 0 && to != 0;
  return moves;
}

RouteRecord parkedCopy(const RouteRecord& record) {
  return record.in(parkedRoutesTable(record.index), record.group.metric);
}

RouteRecord returnedRoute(const RouteRecord& copy) {
  return copy.in(RT_TABLE_MAIN, copy.group.metric);
}

std::vector<RouteRecord> without(const std::vector<RouteRecord>& routes,
                                 const std::vector<RouteRecord>& others) {
  std::vector<RouteRecord> rest;
  std::ranges::copy_if(routes, std::back_inserter(rest),
                       [&](const RouteRecord& record) { return !has(others, record); });
  return rest;
}

}  // namespace interface_panel
