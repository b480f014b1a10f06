// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stack/linux/field_change.h"
#include "stack/linux/route_record.h"

namespace interface_panel {

/// Everything that DisableDefaultRoutes of one IP interface may alter.
struct DefaultRoutesState {
  /// accept_ra_defrtr; none on IPv4.
  std::optional<std::int64_t> acceptRaDefrtr;
  /// The groups of the main table in which the link has default routes, whole, in the kernel's
  /// order: routes of other links of the same metric too, but no learnt ones.
  std::vector<RouteRecord> groups;
  /// The link's own default routes that wait in our table.
  std::vector<RouteRecord> parked;
  /// Default routes that routers announced on the link, and our stand-ins for them.
  std::vector<RouteRecord> learnt;
  /// Copies of those that wait.
  std::vector<RouteRecord> parkedLearnt;
  /// Something stands behind one of the link's routes that could not be put back behind it.
  bool fixedOrder = false;
};

/// The state now. Errors: those of the netlink dumps and of reading accept_ra_defrtr.
Result<DefaultRoutesState> readDefaultRoutesState(ChangeTarget& target);

void writeState(FootprintWriter& writer, const DefaultRoutesState& state);

/// Decodes strictly: default routes alone, in their tables, of this link where they have to be.
std::optional<DefaultRoutesState> decodeState(Bytes body, const ChangeTarget& target);

/// Whether the states that two links' footprints of one family tell have a group of the main table
/// in common, so that moving a route of one link alters what the other's footprint holds.
bool shareGroup(Bytes one, Bytes other, Family family);

/// The metric that the kernel gives to the default routes it learns on the link.
std::uint32_t learntMetric(const Link& link);

/// Whether both lists hold the same routes in the same order, lifetimes aside.
bool sameRoutes(const std::vector<RouteRecord>& one, const std::vector<RouteRecord>& other);

/// The route in `routes` that is the same but for its table, or null.
const RouteRecord* findTwin(const std::vector<RouteRecord>& routes, const RouteRecord& wanted);

}  // namespace interface_panel
