// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stack/linux/field_change.h"
#include "stack/linux/route_record.h"

namespace interface_panel {

constexpr std::size_t kMostAhead = 8;

/// Everything that DisableDefaultRoutes of one IP interface may alter.
struct DefaultRoutesState {
  /// accept_ra_defrtr; none on IPv4.
  std::optional<std::int64_t> acceptRaDefrtr;
  /// The link's own default routes in the main table, in the kernel's order; no learnt ones.
  std::vector<RouteRecord> routes;
  /// For each of them the other links with routes of its group before it, the first kMostAhead of
  /// them: who may be the first there while it is away.
  std::vector<Links> ahead;
  /// The link's own default routes that wait in our table.
  std::vector<RouteRecord> parked;
  /// Default routes that routers announced on the link, and our stand-ins for them.
  std::vector<RouteRecord> learnt;
  /// Copies of those that wait.
  std::vector<RouteRecord> parkedLearnt;
  /// One of the link's own routes could not be made again as it is.
  bool unmovable = false;
};

/// The state now. Errors: those of the netlink dumps and of reading accept_ra_defrtr.
Result<DefaultRoutesState> readDefaultRoutesState(ChangeTarget& target);

void writeState(FootprintWriter& writer, const DefaultRoutesState& state);

/// Decodes strictly: default routes of this link alone, in their tables, each once.
std::optional<DefaultRoutesState> decodeState(Bytes body, const IpInterfaceKey& key);

/// The metric that the kernel gives to the default routes it learns on the link.
std::uint32_t learntMetric(const Link& link);

/// Whether both lists hold the same routes in the same order, lifetimes aside.
bool sameRoutes(const std::vector<RouteRecord>& one, const std::vector<RouteRecord>& other);

}  // namespace interface_panel
