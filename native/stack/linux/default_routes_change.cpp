// SPDX-License-Identifier: MIT
#include "stack/linux/default_routes_change.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include "stack/linux/parking_table.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/route_editor.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

// RTR_SOLICITATION_INTERVAL (RFC 4861, 10).
constexpr std::chrono::seconds kAskAgainAfter{4};

std::vector<RouteRecord> routesOf(const std::vector<RouteRecord>& routes,
                                  const RouteGroupKey& key) {
  std::vector<RouteRecord> group;
  std::copy_if(routes.begin(), routes.end(), std::back_inserter(group),
               [&](const RouteRecord& record) { return record.group == key; });
  return group;
}

// Makes all groups of `live` into those of `wanted`; a route that comes from elsewhere keeps the
// lifetime that it has there.
Result<Done> arrangeGroups(NetlinkSocket& route, const std::vector<RouteRecord>& live,
                           std::vector<RouteRecord> wanted,
                           const std::vector<RouteRecord>& elsewhere) {
  for (RouteRecord& record : wanted) {
    if (const RouteRecord* twin = findTwin(elsewhere, record)) record.lifetime = twin->lifetime;
  }
  std::vector<RouteGroupKey> done;
  for (const std::vector<RouteRecord>* list :
       std::array<const std::vector<RouteRecord>*, 2>{&wanted, &live}) {
    for (const RouteRecord& record : *list) {
      if (std::find(done.begin(), done.end(), record.group) != done.end()) continue;
      done.push_back(record.group);
      auto arranged =
          arrangeGroup(route, routesOf(live, record.group), routesOf(wanted, record.group));
      if (!arranged) return arranged;
    }
  }
  return Done{};
}

bool contains(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  return std::any_of(routes.begin(), routes.end(),
                     [&](const RouteRecord& record) { return record.sameAs(wanted); });
}

// Learnt routes are told apart by their router.
bool sameRouter(const RouteRecord& one, const RouteRecord& other) {
  const Bytes first = one.attribute(RTA_GATEWAY);
  const Bytes second = other.attribute(RTA_GATEWAY);
  return std::equal(first.begin(), first.end(), second.begin(), second.end());
}

const RouteRecord* findRouter(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  const auto found = std::find_if(routes.begin(), routes.end(), [&](const RouteRecord& record) {
    return sameRouter(record, wanted);
  });
  return found == routes.end() ? nullptr : &*found;
}

// Whether the router's route is in the main table with the metric of `wanted`.
bool announced(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  return std::any_of(routes.begin(), routes.end(), [&](const RouteRecord& record) {
    return record.group == wanted.group && record.protocol == RTPROT_RA &&
           sameRouter(record, wanted);
  });
}

std::uint32_t freeSlot(const std::vector<RouteRecord>& parkedLearnt) {
  std::uint32_t slot = 1;
  for (const RouteRecord& record : parkedLearnt) slot = std::max(slot, record.group.metric + 1);
  return slot;
}

bool heedsRouters(const ChangeTarget& target) {
  return target.family == Family::ipv6 && target.link.ipv6 &&
         target.link.ipv6->acceptsRouterAdvertisements();
}

// Setting moves routes and makes none: what a footprint wants must have been somewhere before.
bool onlyMoves(const DefaultRoutesState& wanted, const DefaultRoutesState& from) {
  const auto known = [&](const RouteRecord& record) {
    return findTwin(from.groups, record) != nullptr || findTwin(from.parked, record) != nullptr;
  };
  return std::all_of(wanted.groups.begin(), wanted.groups.end(), known) &&
         std::all_of(wanted.parked.begin(), wanted.parked.end(), known);
}

DefaultRoutesState disabled(const ChangeTarget& target, const DefaultRoutesState& live) {
  DefaultRoutesState wanted = live;
  wanted.groups.clear();
  for (const RouteRecord& record : live.groups) {
    if (record.index != target.link.index) {
      wanted.groups.push_back(record);
      continue;
    }
    const auto moved = record.in(parkedRoutesTable(record.index), record.group.metric);
    if (!contains(wanted.parked, moved)) wanted.parked.push_back(moved);
  }
  if (heedsRouters(target)) wanted.acceptRaDefrtr = 0;
  std::uint32_t slot = freeSlot(live.parkedLearnt);
  for (const RouteRecord& record : live.learnt) {
    if (findRouter(wanted.parkedLearnt, record) != nullptr) continue;
    wanted.parkedLearnt.push_back(record.in(parkedLearntRoutesTable(record.index), slot++));
  }
  wanted.learnt.clear();
  return wanted;
}

DefaultRoutesState enabled(const ChangeTarget& target, const DefaultRoutesState& live) {
  DefaultRoutesState wanted = live;
  for (const RouteRecord& record : live.parked) {
    const auto moved = record.in(RT_TABLE_MAIN, record.group.metric);
    if (!contains(wanted.groups, moved)) wanted.groups.push_back(moved);
  }
  wanted.parked.clear();
  if (heedsRouters(target) && live.acceptRaDefrtr == 0) wanted.acceptRaDefrtr = 1;
  wanted.parkedLearnt.clear();
  return wanted;
}

}  // namespace

Result<Refusal> DefaultRoutesChange::check(ChangeTarget& target, std::int64_t value) {
  if (value == 0) return Refusal::none;
  const auto state = readDefaultRoutesState(target);
  if (!state) return state.error();
  return state->fixedOrder ? Refusal::cannotRestore : Refusal::none;
}

Result<Done> DefaultRoutesChange::capture(ChangeTarget& target, FootprintWriter& body) {
  const auto state = readDefaultRoutesState(target);
  if (!state) return state.error();
  writeState(body, state.value());
  return Done{};
}

Result<Done> DefaultRoutesChange::set(ChangeTarget& target, std::int64_t value) {
  const auto live = readDefaultRoutesState(target);
  if (!live) return live.error();
  const auto wanted = value != 0 ? disabled(target, live.value()) : enabled(target, live.value());
  if (auto changed = change(target, live.value(), wanted); !changed) return changed;

  // What the kernel did not take as it was given could not be given back either.
  const auto result = readDefaultRoutesState(target);
  if (!result) return result.error();
  const bool exact = sameRoutes(result->parked, wanted.parked) &&
                     result->groups.size() == wanted.groups.size() &&
                     std::all_of(wanted.groups.begin(), wanted.groups.end(),
                                 [&](const RouteRecord& r) { return contains(result->groups, r); });
  return exact ? Result<Done>(Done{}) : posixError(EPROTO, "RTM_NEWROUTE");
}

Result<Done> DefaultRoutesChange::restore(ChangeTarget& target, Bytes before, Bytes after) {
  const auto wanted = decodeState(before, target);
  const auto ours = decodeState(after, target);
  if (!wanted || !ours) return posixError(EINVAL, "footprint");
  if (!onlyMoves(*wanted, *ours)) return posixError(EINVAL, "footprint");
  const auto live = readDefaultRoutesState(target);
  if (!live) return live.error();
  return change(target, live.value(), *wanted);
}

std::optional<bool> DefaultRoutesChange::similar(Bytes one, Bytes other,
                                                 const ChangeTarget& target) {
  const auto first = decodeState(one, target);
  const auto second = decodeState(other, target);
  if (!first || !second) return std::nullopt;
  return first->acceptRaDefrtr == second->acceptRaDefrtr &&
         sameRoutes(first->groups, second->groups) && sameRoutes(first->parked, second->parked);
}

Result<Done> DefaultRoutesChange::change(ChangeTarget& target, const DefaultRoutesState& live,
                                         const DefaultRoutesState& wanted) {
  const auto arrangeMain = [&] {
    return arrangeGroups(target.route, live.groups, wanted.groups, live.parked);
  };
  const auto arrangeParked = [&] {
    return arrangeGroups(target.route, live.parked, wanted.parked, live.groups);
  };
  // A route is made at its new place before it goes from the old one: a crash loses none.
  const bool parking = wanted.parked.size() > live.parked.size();
  if (auto first = parking ? arrangeParked() : arrangeMain(); !first) return first;
  if (auto second = parking ? arrangeMain() : arrangeParked(); !second) return second;
  return target.family == Family::ipv6 ? changeLearnt(target, live, wanted) : Result<Done>(Done{});
}

Result<Done> DefaultRoutesChange::changeLearnt(ChangeTarget& target, const DefaultRoutesState& live,
                                               const DefaultRoutesState& wanted) {
  // The kernel must neither learn a route again that is being parked, nor miss one that is wanted.
  if (wanted.acceptRaDefrtr != live.acceptRaDefrtr) {
    const auto directory = SysctlDirectory::open(target.route, "ipv6/conf", target.identity());
    if (!directory) return directory.error();
    auto written = directory->write("accept_ra_defrtr", wanted.acceptRaDefrtr.value_or(1));
    if (!written) return written;
  }
  if (auto parked = parkLearnt(target, live, wanted); !parked) return parked;
  return returnLearnt(target, live, wanted);
}

Result<Done> DefaultRoutesChange::parkLearnt(ChangeTarget& target, const DefaultRoutesState& live,
                                             const DefaultRoutesState& wanted) {
  for (const RouteRecord& copy : wanted.parkedLearnt) {
    const RouteRecord* learnt = findRouter(live.learnt, copy);
    if (learnt == nullptr || findRouter(live.parkedLearnt, copy) != nullptr) continue;
    auto parked = addRoute(target.route, learnt->in(copy.group.table, copy.group.metric));
    if (!parked) return parked;
  }
  for (const RouteRecord& record : live.learnt) {
    const bool kept = wanted.acceptRaDefrtr != 0 || findRouter(wanted.learnt, record) != nullptr;
    if (kept) continue;
    if (auto removed = removeRoute(target.route, record); !removed) return removed;
  }
  return Done{};
}

Result<Done> DefaultRoutesChange::returnLearnt(ChangeTarget& target, const DefaultRoutesState& live,
                                               const DefaultRoutesState& wanted) {
  const std::uint32_t metric = learntMetric(target.link);
  const bool backFromOff = live.acceptRaDefrtr == 0 && wanted.acceptRaDefrtr != 0;
  for (const RouteRecord& parked : live.parkedLearnt) {
    if (findRouter(wanted.parkedLearnt, parked) != nullptr) continue;
    const RouteRecord copy = parked.in(RT_TABLE_MAIN, metric + 1);
    if (findRouter(live.learnt, parked) == nullptr) {
      if (auto added = addRoute(target.route, copy); !added) return added;
      standIns_.push_back({copy, metric, std::chrono::steady_clock::now() + kAskAgainAfter});
    }
    if (auto removed = removeRoute(target.route, parked); !removed) return removed;
  }
  // A router that does not hear the question still announces itself now and then.
  if (backFromOff) (void)solicitor_.solicit(target.link.index);
  return Done{};
}

Result<bool> DefaultRoutesChange::settled(NetlinkSocket& route) {
  const auto now = std::chrono::steady_clock::now();
  std::vector<StandIn> waiting;
  for (StandIn& standIn : standIns_) {
    const RouteRecord& copy = standIn.copy;
    const auto routes = readRouteRecords(route, Family::ipv6, {RT_TABLE_MAIN, copy.index});
    if (!routes) return routes.error();
    if (announced(routes.value(), copy.in(RT_TABLE_MAIN, standIn.learntMetric))) {
      if (const auto removed = removeRoute(route, copy); !removed) return removed.error();
      continue;
    }
    // A stand-in that is gone has outlived its router, or its link went down.
    if (!announced(routes.value(), copy)) continue;
    if (now >= standIn.askAgain) {
      (void)solicitor_.solicit(copy.index);
      standIn.askAgain = now + kAskAgainAfter;
    }
    waiting.push_back(standIn);
  }
  standIns_ = std::move(waiting);
  return standIns_.empty();
}

}  // namespace interface_panel
