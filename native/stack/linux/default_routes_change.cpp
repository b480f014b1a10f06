// SPDX-License-Identifier: MIT
#include "stack/linux/default_routes_change.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <utility>

#include "stack/linux/default_routes_moves.h"
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

bool sameGateway(const RouteRecord& one, const RouteRecord& other) {
  return std::ranges::equal(one.attribute(RTA_GATEWAY), other.attribute(RTA_GATEWAY));
}

// The same way out: what the kernel tells of a route it has merged with another link's is told of
// the first of them, so that the rest may differ.
bool sameWay(const RouteRecord& one, const RouteRecord& other) {
  return one.group == other.group && one.index == other.index && sameGateway(one, other);
}

bool isThere(const std::vector<RouteRecord>& live, const RouteRecord& wanted) {
  if (wanted.family == Family::ipv4) return has(live, wanted);
  return std::ranges::any_of(live, [&](const RouteRecord& one) { return sameWay(one, wanted); });
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
const RouteRecord* findRouter(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  const auto found = std::find_if(routes.begin(), routes.end(), [&](const RouteRecord& record) {
    return sameGateway(record, wanted);
  });
  return found == routes.end() ? nullptr : &*found;
}

// Whether the router's route is in the main table with the metric of `wanted`.
bool announced(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  return std::any_of(routes.begin(), routes.end(), [&](const RouteRecord& record) {
    return record.group == wanted.group && record.protocol == RTPROT_RA &&
           sameGateway(record, wanted);
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
  wanted.ahead.clear();
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
    if (has(wanted.routes, returnedRoute(parked))) continue;
    wanted.routes.push_back(returnedRoute(parked));
    wanted.ahead.emplace_back();
  }
  wanted.parked.clear();
  if (heedsRouters(target) && live.acceptRaDefrtr == 0) wanted.acceptRaDefrtr = 1;
  wanted.parkedLearnt.clear();
  return wanted;
}

// A route is made at its new place before it goes from the old one: a crash loses none.
Result<Done> moveRoutes(ChangeTarget& target, const DefaultRoutesState& live,
                        const DefaultRoutesState& wanted) {
  NetlinkSocket& route = target.route;
  for (const RouteRecord& record : without(wanted.parked, live.parked)) {
    if (auto added = addRoute(route, record); !added) return added;
  }
  for (const RouteRecord& record : without(wanted.routes, live.routes)) {
    if (auto added = addRoute(route, record); !added) return added;
    target.routes.noteAdded(record, RoutePlace::last);
  }
  for (const RouteRecord& record : without(live.routes, wanted.routes)) {
    if (auto removed = removeRoute(route, record); !removed) return removed;
  }
  for (const RouteRecord& record : without(live.parked, wanted.parked)) {
    if (auto removed = removeRoute(route, record); !removed) return removed;
  }
  return Done{};
}

/// What taking an operation back is judged by.
struct Judged {
  DefaultRoutesState live;
  DefaultRoutesState before;
  DefaultRoutesState after;
  DefaultRoutesMoves moves;
};

std::optional<Judged> judge(Bytes liveBody, const Undo& undo) {
  auto live = decodeState(liveBody, undo.operation.key);
  auto before = decodeState(undo.before, undo.operation.key);
  auto after = decodeState(undo.after, undo.operation.key);
  if (!live || !before || !after) return std::nullopt;
  auto moves = movesBetween(*before, *after, undo.operation);
  return Judged{std::move(*live), std::move(*before), std::move(*after), std::move(moves)};
}

// Another program gave the link a default route of its own in the place of this one.
bool isSuperseded(const RouteRecord& taken, const Judged& judged) {
  if (isThere(judged.live.routes, taken)) return false;
  return std::ranges::any_of(judged.live.routes, [&](const RouteRecord& record) {
    return record.group == taken.group && !has(judged.before.routes, record) &&
           !has(judged.after.routes, record);
  });
}

// A route that would lead its group by now, had it never gone, becomes the first there, every other
// one the last; what other links have there is left alone.
void giveBackTaken(ChangeTarget& target, const Judged& judged, Steps& steps) {
  const auto leaders = target.routes.leaders(target.route, target.family);
  if (!leaders) return (void)steps.run(leaders.error());
  const auto giveBack = [&](const DefaultRoutesMoves::Taken& taken, RoutePlace place) {
    RouteRecord record = taken.route;
    if (isThere(judged.live.routes, record) || isSuperseded(record, judged)) return;
    const RouteRecord* copy = findRoute(judged.live.parked, parkedCopy(record));
    // One that somebody removed is made anew from what is known.
    if (copy == nullptr && !taken.known) return;
    // The copy has run down meanwhile.
    if (copy != nullptr) record.lifetime = copy->lifetime;
    if (steps.run(addRoute(target.route, record, place))) target.routes.noteAdded(record, place);
  };
  const auto leads = [&](const DefaultRoutesMoves::Taken& taken) {
    if (!taken.known || taken.route.family != Family::ipv4) return false;
    const auto leader = leaders->find(taken.route.group);
    return leader == leaders->end() ||
           std::ranges::find(taken.ahead, leader->second) == taken.ahead.end();
  };
  const auto& taken = judged.moves.taken;
  for (auto one = taken.rbegin(); one != taken.rend(); ++one) {
    if (leads(*one)) giveBack(*one, RoutePlace::first);
  }
  for (const auto& one : taken) {
    if (!leads(one)) giveBack(one, RoutePlace::last);
  }
}

// What the operation put into a table goes again, once what it took away is back.
void removeOwn(NetlinkSocket& route, const Judged& judged, Steps& steps) {
  for (const RouteRecord& copy : judged.moves.copiesRemoved) {
    if (!has(judged.live.parked, copy)) steps.run(addRoute(route, copy));
  }
  if (!steps.result()) return;
  for (const RouteRecord& returned : judged.moves.returned) {
    if (isThere(judged.live.routes, returned)) steps.run(removeRoute(route, returned));
  }
  for (const RouteRecord& copy : judged.moves.copiesMade) {
    if (has(judged.live.parked, copy)) steps.run(removeRoute(route, copy));
  }
}

Result<Done> writeAcceptRaDefrtr(ChangeTarget& target, const DefaultRoutesState& wanted) {
  const auto directory = SysctlDirectory::open(target.route, "ipv6/conf", target.identity());
  if (!directory) return directory.error();
  return directory->write("accept_ra_defrtr", wanted.acceptRaDefrtr.value_or(1));
}

// Another program has given the switch a value that it had neither before nor after.
bool switchIsForeign(const Judged& judged) {
  const auto& live = judged.live.acceptRaDefrtr;
  return judged.moves.switched && live != judged.before.acceptRaDefrtr &&
         live != judged.after.acceptRaDefrtr;
}

}  // namespace

Result<Refusal> DefaultRoutesChange::check(ChangeTarget& target, std::int64_t value) {
  const auto state = readDefaultRoutesState(target);
  if (!state) return state.error();
  if (value != 0) return state->unmovable ? Refusal::cannotRestore : Refusal::none;
  // Taking back would take away what was added again, and must not hit what stood there before.
  const bool hits = std::ranges::any_of(state->parked, [&](const RouteRecord& parked) {
    return std::ranges::any_of(state->routes, [&](const RouteRecord& other) {
      return mightHit(returnedRoute(parked), other);
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
  if (auto moved = moveRoutes(target, live.value(), wanted); !moved) return moved;
  // The kernel must neither learn a route again that is being parked, nor miss one that is wanted.
  if (wanted.acceptRaDefrtr != live->acceptRaDefrtr) {
    if (auto written = writeAcceptRaDefrtr(target, wanted); !written) return written;
  }
  auto learnt = value != 0 ? parkLearnt(target, live.value(), wanted)
                           : returnLearnt(target, live.value(), wanted);
  if (!learnt) return learnt;
  // What the kernel did not take as it was given could not be given back either.
  const auto result = readDefaultRoutesState(target);
  if (!result) return result.error();
  const bool exact =
      without(wanted.routes, result->routes).empty() &&
      without(wanted.parked, result->parked).empty() &&
      without(live->routes, wanted.routes).empty() == without(live->routes, result->routes).empty();
  return exact ? Result<Done>(Done{}) : posixError(EPROTO, "RTM_NEWROUTE");
}

bool DefaultRoutesChange::fits(const Undo& undo) const {
  const auto before = decodeState(undo.before, undo.operation.key);
  if (!before) return false;
  if (!undo.after.empty() && !decodeState(undo.after, undo.operation.key)) return false;
  // On IPv4 there is no such switch, and routes alone tell.
  const auto& heedsDefaults = before->acceptRaDefrtr;
  const bool on =
      !before->routes.empty() || !before->learnt.empty() || heedsDefaults.value_or(0) != 0;
  const bool off = !before->parked.empty() || !before->parkedLearnt.empty() || heedsDefaults == 0;
  return undo.operation.expected == 0 ? on : off;
}

Result<Restored> DefaultRoutesChange::takeBack(ChangeTarget& target, Bytes live, const Undo& undo) {
  const auto judged = judge(live, undo);
  if (!judged) return posixError(EINVAL, "footprint");
  const bool superseded = std::ranges::any_of(
      judged->moves.taken, [&](const auto& taken) { return isSuperseded(taken.route, *judged); });
  Steps steps;
  giveBackTaken(target, *judged, steps);
  removeOwn(target.route, *judged, steps);
  const bool foreignSwitch = switchIsForeign(*judged);
  if (judged->moves.switched && !foreignSwitch) {
    steps.run(writeAcceptRaDefrtr(target, judged->before));
  }
  steps.run(undo.operation.value != 0 ? returnLearnt(target, judged->live, judged->before)
                                      : parkLearnt(target, judged->live, judged->before));
  if (!steps.result()) return steps.result().error();
  return superseded || judged->moves.lost || foreignSwitch ? Restored::foreign : Restored::complete;
}

bool DefaultRoutesChange::isBack(Bytes live, const Undo& undo) const {
  const auto judged = judge(live, undo);
  if (!judged) return false;
  const auto& [now, before, after, moves] = *judged;
  const bool givenBack = std::ranges::all_of(moves.taken, [&](const auto& taken) {
    return !taken.known || isThere(now.routes, taken.route);
  });
  const bool removed = std::ranges::none_of(
      moves.returned, [&](const RouteRecord& record) { return has(now.routes, record); });
  const bool parkedAsBefore = without(moves.copiesRemoved, now.parked).empty() &&
                              std::ranges::none_of(moves.copiesMade, [&](const RouteRecord& copy) {
                                return has(now.parked, copy);
                              });
  const bool switchedBack = !moves.switched || now.acceptRaDefrtr == before.acceptRaDefrtr;
  return givenBack && removed && parkedAsBefore && switchedBack;
}

std::optional<bool> DefaultRoutesChange::similar(Bytes one, Bytes other,
                                                 const IpInterfaceKey& key) const {
  const auto first = decodeState(one, key);
  const auto second = decodeState(other, key);
  if (!first || !second) return std::nullopt;
  return first->acceptRaDefrtr == second->acceptRaDefrtr &&
         sameRoutes(first->routes, second->routes) && sameRoutes(first->parked, second->parked);
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
