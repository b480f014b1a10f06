// SPDX-License-Identifier: MIT
#include "stack/linux/default_routes_change.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include "stack/linux/parking_table.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/route_editor.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

// RTR_SOLICITATION_INTERVAL (RFC 4861, 10).
constexpr std::chrono::seconds kAskAgainAfter{4};

bool has(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  return findRoute(routes, wanted) != nullptr;
}

RouteRecord parkedCopy(const RouteRecord& record) {
  return record.in(parkedRoutesTable(record.index), record.group.metric);
}

RouteRecord returned(const RouteRecord& parked) {
  return parked.in(RT_TABLE_MAIN, parked.group.metric);
}

// The same way out: what the kernel tells of a route it has merged with another link's is told of
// the first of them, so that the rest may differ.
bool sameWay(const RouteRecord& one, const RouteRecord& other) {
  return one.group == other.group && one.index == other.index &&
         std::ranges::equal(one.attribute(RTA_GATEWAY), other.attribute(RTA_GATEWAY));
}

bool isThere(const std::vector<RouteRecord>& live, const RouteRecord& wanted) {
  if (wanted.family == Family::ipv4) return has(live, wanted);
  return std::ranges::any_of(live, [&](const RouteRecord& one) { return sameWay(one, wanted); });
}

// Taken away by the operation, and to be made again.
std::vector<RouteRecord> without(const std::vector<RouteRecord>& routes,
                                 const std::vector<RouteRecord>& others) {
  std::vector<RouteRecord> rest;
  std::ranges::copy_if(routes, std::back_inserter(rest),
                       [&](const RouteRecord& record) { return !has(others, record); });
  return rest;
}

// Another program gave the link a default route of its own in the place of this one.
bool isSuperseded(const RouteRecord& taken, const DefaultRoutesState& live,
                  const DefaultRoutesState& before, const DefaultRoutesState& after) {
  if (isThere(live.routes, taken)) return false;
  return std::ranges::any_of(live.routes, [&](const RouteRecord& record) {
    return record.group == taken.group && !has(before.routes, record) &&
           !has(after.routes, record);
  });
}

/// Does every step, whether or not an earlier one failed, and keeps the first error.
class Steps {
 public:
  /// True when the step succeeded.
  bool run(Result<Done> step) {
    const bool done = step.ok();
    if (result_) result_ = std::move(step);
    return done;
  }
  [[nodiscard]] Result<Done> result() const { return result_; }

 private:
  Result<Done> result_ = Done{};
};

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

DefaultRoutesState disabled(const ChangeTarget& target, const DefaultRoutesState& live) {
  DefaultRoutesState wanted = live;
  wanted.routes.clear();
  wanted.leads.clear();
  for (const RouteRecord& record : live.routes) {
    if (!has(wanted.parked, parkedCopy(record))) wanted.parked.push_back(parkedCopy(record));
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
  for (const RouteRecord& parked : live.parked) {
    if (has(wanted.routes, returned(parked))) continue;
    wanted.routes.push_back(returned(parked));
    wanted.leads.push_back(false);
  }
  wanted.parked.clear();
  if (heedsRouters(target) && live.acceptRaDefrtr == 0) wanted.acceptRaDefrtr = 1;
  wanted.parkedLearnt.clear();
  return wanted;
}

// A route is made at its new place before it goes from the old one: a crash loses none.
Result<Done> moveRoutes(NetlinkSocket& route, const DefaultRoutesState& live,
                        const DefaultRoutesState& wanted) {
  for (const RouteRecord& record : without(wanted.parked, live.parked)) {
    if (auto added = addRoute(route, record); !added) return added;
  }
  for (const RouteRecord& record : without(wanted.routes, live.routes)) {
    if (auto added = addRoute(route, record); !added) return added;
  }
  for (const RouteRecord& record : without(live.routes, wanted.routes)) {
    if (auto removed = removeRoute(route, record); !removed) return removed;
  }
  for (const RouteRecord& record : without(live.parked, wanted.parked)) {
    if (auto removed = removeRoute(route, record); !removed) return removed;
  }
  return Done{};
}

// The first of its metric becomes the first again, every other one the last; what other links have
// there is left alone.
void returnRoutes(NetlinkSocket& route, const DefaultRoutesState& live,
                  const DefaultRoutesState& before, const DefaultRoutesState& after,
                  Steps& steps) {
  const auto returnOne = [&](std::size_t i, RoutePlace place) {
    RouteRecord record = before.routes[i];
    const bool ours = !has(after.routes, record);
    if (!ours || isThere(live.routes, record) || isSuperseded(record, live, before, after)) return;
    // The copy has run down meanwhile. One that somebody removed is made anew from what is known.
    if (const RouteRecord* copy = findRoute(live.parked, parkedCopy(record))) {
      record.lifetime = copy->lifetime;
    }
    steps.run(addRoute(route, record, place));
  };
  const auto leads = [&](std::size_t i) {
    return before.leads[i] && before.routes[i].family == Family::ipv4;
  };
  for (std::size_t i = before.routes.size(); i-- > 0;) {
    if (leads(i)) returnOne(i, RoutePlace::first);
  }
  for (std::size_t i = 0; i < before.routes.size(); ++i) {
    if (!leads(i)) returnOne(i, RoutePlace::last);
  }
}

// What the operation put into a table goes again, once what it took away is back.
void removeOwn(NetlinkSocket& route, const DefaultRoutesState& live,
               const DefaultRoutesState& before, const DefaultRoutesState& after, Steps& steps) {
  for (const RouteRecord& parked : without(before.parked, after.parked)) {
    if (!has(live.parked, parked)) steps.run(addRoute(route, parked));
  }
  if (!steps.result()) return;
  for (const RouteRecord& added : without(after.routes, before.routes)) {
    if (isThere(live.routes, added)) steps.run(removeRoute(route, added));
  }
  for (const RouteRecord& copy : without(live.parked, before.parked)) {
    steps.run(removeRoute(route, copy));
  }
}

}  // namespace

Result<Refusal> DefaultRoutesChange::check(ChangeTarget& target, std::int64_t value) {
  const auto state = readDefaultRoutesState(target);
  if (!state) return state.error();
  if (value != 0) return state->unmovable ? Refusal::cannotRestore : Refusal::none;
  // Taking back would take away what was added again, and must not hit what stood there before.
  const bool hits = std::ranges::any_of(state->parked, [&](const RouteRecord& parked) {
    return std::ranges::any_of(state->routes, [&](const RouteRecord& other) {
      return mightHit(returned(parked), other);
    });
  });
  return hits ? Refusal::cannotRestore : Refusal::none;
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
  if (auto moved = moveRoutes(target.route, live.value(), wanted); !moved) return moved;
  if (target.family == Family::ipv6) {
    if (auto changed = changeLearnt(target, live.value(), wanted); !changed) return changed;
  }
  // What the kernel did not take as it was given could not be given back either.
  const auto result = readDefaultRoutesState(target);
  if (!result) return result.error();
  const bool exact = without(wanted.routes, result->routes).empty() &&
                     without(wanted.parked, result->parked).empty() &&
                     without(live->routes, wanted.routes).empty() ==
                         without(live->routes, result->routes).empty();
  return exact ? Result<Done>(Done{}) : posixError(EPROTO, "RTM_NEWROUTE");
}

Result<Restored> DefaultRoutesChange::takeBack(ChangeTarget& target, Bytes liveBody, Bytes before,
                                               Bytes after) {
  const auto live = decodeState(liveBody, target);
  const auto old = decodeState(before, target);
  const auto ours = decodeState(after, target);
  if (!live || !old || !ours) return posixError(EINVAL, "footprint");
  bool foreign = false;
  for (const RouteRecord& taken : without(old->routes, ours->routes)) {
    foreign = foreign || isSuperseded(taken, *live, *old, *ours);
  }
  Steps steps;
  returnRoutes(target.route, *live, *old, *ours, steps);
  removeOwn(target.route, *live, *old, *ours, steps);
  if (target.family == Family::ipv6) {
    DefaultRoutesState wanted = *old;
    const bool known = live->acceptRaDefrtr == old->acceptRaDefrtr ||
                       live->acceptRaDefrtr == ours->acceptRaDefrtr;
    if (!known) wanted.acceptRaDefrtr = live->acceptRaDefrtr;
    foreign = foreign || !known;
    steps.run(changeLearnt(target, *live, wanted));
  }
  if (!steps.result()) return steps.result().error();
  return foreign ? Restored::foreign : Restored::complete;
}

std::optional<bool> DefaultRoutesChange::isBack(Bytes liveBody, Bytes before, Bytes after,
                                                const ChangeTarget& target) {
  const auto live = decodeState(liveBody, target);
  const auto old = decodeState(before, target);
  const auto ours = decodeState(after, target);
  if (!live || !old || !ours) return std::nullopt;
  const auto returnedAll = std::ranges::all_of(
      without(old->routes, ours->routes),
      [&](const RouteRecord& record) { return isThere(live->routes, record); });
  const auto removedAll = std::ranges::none_of(
      without(ours->routes, old->routes),
      [&](const RouteRecord& record) { return has(live->routes, record); });
  const bool parkedAsBefore =
      without(without(old->parked, ours->parked), live->parked).empty() &&
      without(live->parked, old->parked).empty();
  return returnedAll && removedAll && parkedAsBefore &&
         live->acceptRaDefrtr == old->acceptRaDefrtr;
}

std::optional<bool> DefaultRoutesChange::similar(Bytes one, Bytes other,
                                                 const ChangeTarget& target) {
  const auto first = decodeState(one, target);
  const auto second = decodeState(other, target);
  if (!first || !second) return std::nullopt;
  return first->acceptRaDefrtr == second->acceptRaDefrtr &&
         sameRoutes(first->routes, second->routes) && sameRoutes(first->parked, second->parked);
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
