// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/linux/default_routes_state.h"
#include "stack/operation.h"

namespace interface_panel {

/// What one operation on DisableDefaultRoutes did, by what its footprints tell: all that it owns.
struct DefaultRoutesMoves {
  /// A route that went from the main table to ours.
  struct Taken {
    RouteRecord route;
    /// Links whose routes of its group preceded it (DefaultRoutesState::ahead).
    Links ahead;
    /// The footprint before tells it; else it came in the moment before it was taken.
    bool known = true;
  };
  std::vector<Taken> taken;
  std::vector<RouteRecord> copiesMade;
  /// Routes that went from our table back to the main one.
  std::vector<RouteRecord> returned;
  std::vector<RouteRecord> copiesRemoved;
  /// accept_ra_defrtr was written.
  bool switched = false;
  /// A route of the link went, and the operation did not take it.
  bool lost = false;
};

/// The steps from `before` to `after` that lead where the operation leads. Everything else between
/// the two is another program's.
DefaultRoutesMoves movesBetween(const DefaultRoutesState& before, const DefaultRoutesState& after,
                                const Operation& operation);

/// The copy of a default route that waits in our table, and the route of such a copy.
RouteRecord parkedCopy(const RouteRecord& record);
RouteRecord returnedRoute(const RouteRecord& copy);

/// The routes that `others` lacks, lifetimes aside.
std::vector<RouteRecord> without(const std::vector<RouteRecord>& routes,
                                 const std::vector<RouteRecord>& others);

}  // namespace interface_panel
