// SPDX-License-Identifier: MIT
#include "stack/linux/held_routes.h"

#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>
#include <utility>

#include "stack/linux/route_message.h"
#include "stack/linux/route_row.h"
#include "stack/linux/route_table.h"

namespace interface_panel {
namespace {

/// Besides routes all that changes them without a word.
constexpr std::array kGroups{
    int{RTNLGRP_LINK},        int{RTNLGRP_IPV4_IFADDR},  int{RTNLGRP_IPV6_IFADDR},
    int{RTNLGRP_IPV4_ROUTE},  int{RTNLGRP_IPV6_ROUTE},   int{RTNLGRP_IPV4_RULE},
    int{RTNLGRP_IPV6_RULE},   int{RTNLGRP_IPV4_NETCONF}, int{RTNLGRP_IPV6_NETCONF},
    int{RTNLGRP_IPV6_IFINFO}, int{RTNLGRP_NEXTHOP}};

/// To follow more costs as much as to read all again.
constexpr std::size_t kMostNotices = 2000;
/// Each moves the rows behind it.
constexpr std::size_t kMostMoves = 4;

/// The kernel has long done then what it told before.
constexpr std::chrono::milliseconds kDoneAfter{100};

/// Room for routes to come, without which the list would be copied to twice its size.
void reserveMore(std::vector<Route>& rows, std::size_t more) {
  constexpr std::size_t kShare = 64;
  if (rows.capacity() - rows.size() >= more) return;
  rows.reserve(rows.size() + std::max(more, rows.size() / kShare + kShare));
}

/// Without what changes of a route while it stays.
Route identityOf(Route route) {
  route.flags = 0;
  route.validLifetime = 0;
  for (RouteHop& hop : route.hops) hop.flags = 0;
  return route;
}

bool isAlike(const Route& one, const Route& other) {
  return isSameRow(identityOf(one), identityOf(other));
}

using Rows = std::vector<Route>;

/// Those that differ from the route in nothing that the kernel orders by, or where they would be.
std::pair<Rows::iterator, Rows::iterator> findTies(Rows& group, const Route& route) {
  return std::equal_range(group.begin(), group.end(), route, isPreferred);
}

/// As fib_table_insert. False: that cannot be.
bool addIpv4(Rows& group, Route route, std::uint16_t flags) {
  const auto [first, last] = findTies(group, route);
  if ((flags & NLM_F_REPLACE) != 0) {
    if (first == last) return false;
    *first = std::move(route);
    return true;
  }
  if (first != last && (flags & NLM_F_EXCL) != 0) return false;
  group.insert((flags & NLM_F_APPEND) != 0 ? last : first, std::move(route));
  return true;
}

/// Each hop of an IPv6 route is a route to the kernel. Of those it may leave some when it replaces
/// them, and as long as there are several it lists none that stand between them.
bool isSeveral(const Route& route) {
  return route.family == Family::ipv6 && route.nexthopId == 0 && !route.hops.empty();
}

/// As fib6_add_rt2node, where it does not depend on more than can be seen. False: it does.
bool addIpv6(Rows& group, Route route, std::uint16_t flags) {
  const auto [first, last] = findTies(group, route);
  if ((flags & NLM_F_REPLACE) != 0) {
    if (last - first != 1 || isSeveral(*first) || isSeveral(route)) return false;
    *first = std::move(route);
    return true;
  }
  if (first != last) return false;
  group.insert(first, std::move(route));
  return true;
}

bool add(Rows& group, Route route, std::uint16_t flags) {
  return route.family == Family::ipv4 ? addIpv4(group, std::move(route), flags)
                                      : addIpv6(group, std::move(route), flags);
}

bool remove(Rows& group, const Route& route) {
  const auto [first, last] = findTies(group, route);
  if (std::any_of(first, last, isSeveral)) return false;
  const auto found =
      std::find_if(first, last, [&route](const Route& row) { return isSameRow(row, route); });
  if (found == last) return false;
  group.erase(found);
  return true;
}

/// The same where the list may show it already, or even what came after it. With one route at most
/// in its place, the last notice says what is there; with more the order would have to be known.
bool addAgain(Rows& group, Route route, std::uint16_t flags) {
  const auto [first, last] = findTies(group, route);
  if (last - first > 1 || (flags & (NLM_F_EXCL | NLM_F_REPLACE)) == 0) return false;
  if (isSeveral(route) || std::any_of(first, last, isSeveral)) return false;
  if (first == last) {
    group.insert(first, std::move(route));
  } else {
    *first = std::move(route);
  }
  return true;
}

/// False as well where it went after it was listed: the kernel finds its place in the routes of an
/// address again by their number, and may then have left out another one.
bool removeAgain(Rows& group, const Route& route) {
  const auto [first, last] = findTies(group, route);
  if (first == last) return true;
  if (last - first > 1 || isAlike(*first, route)) return false;
  // A hop of several may have gone, before or after the list was read.
  return !isSeveral(*first) && !isSeveral(route);
}

/// Puts these rows in place of those from `begin` to `end`.
void replaceRows(Rows& rows, std::size_t begin, std::size_t end, Rows fresh) {
  const std::size_t kept = std::min(end - begin, fresh.size());
  const auto place = [&rows](std::size_t at) {
    return rows.begin() + static_cast<std::ptrdiff_t>(at);
  };
  const auto rest = fresh.begin() + static_cast<std::ptrdiff_t>(kept);
  std::move(fresh.begin(), rest, place(begin));
  rows.erase(place(begin + kept), place(end));
  rows.insert(place(begin + kept), std::move_iterator(rest), std::move_iterator(fresh.end()));
}

}  // namespace

bool HeldRoutes::RouteNotice::isOf(std::uint8_t socketFamily) const {
  const auto header = readValue<rtmsg>(body);
  return header && header->rtm_family == socketFamily;
}

Result<Splices> HeldRoutes::update(NetlinkSocket& route, const LuidByIndex& luids,
                                   std::vector<Route>& rows) {
  if (!notices_) notices_.emplace(kGroups);
  RouteNotices notices = takeNotices();
  if (maySkipReading(luids, rows)) {
    if (auto splices = apply(notices, Standing::later, rows)) {
      latest_ = std::move(notices);
      latestAt_ = Clock::now();
      return std::move(*splices);
    }
  }
  return readAll(route, luids, rows, std::move(notices));
}

/// Those of single routes. Whatever else was told, or was lost, is remembered by its time.
HeldRoutes::RouteNotices HeldRoutes::takeNotices() {
  RouteNotices taken;
  bool others = false;
  const bool complete = notices_->take([&](const Notice& notice) {
    const auto& [type, body] = notice.message;
    if (type != RTM_NEWROUTE && type != RTM_DELROUTE) {
      others = true;
    } else if (taken.size() <= kMostNotices) {
      taken.push_back({type == RTM_DELROUTE, notice.flags, {body.begin(), body.end()}});
    }
  });
  if (!complete || others) {
    unsettled_ = Clock::now();
    certain_ = false;
  }
  return taken;
}

bool HeldRoutes::maySkipReading(const LuidByIndex& luids, const std::vector<Route>& rows) const {
  const auto pause = std::min<Clock::duration>(readingTook_ * pace_.readingPause,
                                               Clock::duration(pace_.longestPause));
  return certain_ && &rows == list_ && rows.size() == listRows_ && luids == luids_ &&
         Clock::now() - readAt_ < pause;
}

Result<Splices> HeldRoutes::readAll(NetlinkSocket& route, const LuidByIndex& luids,
                                    std::vector<Route>& rows, RouteNotices notices) {
  const auto began = Clock::now();
  certain_ = false;
  const auto addTaken = [&notices](RouteNotices taken) {
    std::ranges::move(taken, std::back_inserter(notices));
  };
  const auto ipv4 = dumpRoutes(route, Family::ipv4, {});
  if (!ipv4) return ipv4.error();
  addTaken(takeNotices());
  const auto ipv6 = dumpRoutes(route, Family::ipv6, {});
  if (!ipv6) return ipv6.error();
  RouteNotices meanwhile = takeNotices();
  auto table = makeRouteTable(route, luids, ipv4.value(), ipv6.value());
  if (!table) return table.error();

  // When IPv6 routes change, the kernel may leave out others of the tables that it lists just then.
  certain_ = notices_->valid() && began - unsettled_ >= pace_.settling &&
             order_.learn(table->rows) &&
             std::ranges::none_of(meanwhile, [](const auto& one) { return one.isOf(AF_INET6); });
  addTaken(std::move(meanwhile));
  luids_ = luids;
  defaultRoutes_ = std::move(table->defaults);
  nexthops_ = std::move(table->nexthops);
  if (certain_) {
    RouteNotices again;
    if (began - latestAt_ < kDoneAfter) again = std::move(latest_);
    again.insert(again.end(), notices.begin(), notices.end());
    certain_ = apply(again, Standing::maybeEarlier, table->rows).has_value();
  }
  latest_ = std::move(notices);
  latestAt_ = Clock::now();

  Splices splices = spliceRows(std::span<const Route>(rows), std::span<const Route>(table->rows));
  rows = std::move(table->rows);
  list_ = &rows;
  listRows_ = rows.size();
  ++readings_;
  readAt_ = Clock::now();
  readingTook_ = readAt_ - began;
  return splices;
}

std::optional<Route> HeldRoutes::routeOf(const RouteNotice& notice) const {
  const auto header = readValue<rtmsg>(notice.body);
  // Cached ones are in no list.
  if (!header || (header->rtm_flags & RTM_F_CLONED) != 0) return std::nullopt;
  auto message = readRouteMessage({RTM_NEWROUTE, notice.body});
  // What default routes say of links is gathered from all of them.
  if (!message || message->destination.prefixLength == 0 || message->source.prefixLength != 0) {
    return std::nullopt;
  }
  if (message->nexthopId != 0) {
    if (!nexthops_ || !nexthops_->contains(message->nexthopId)) return std::nullopt;
    leadThroughNexthop(*message, *nexthops_);
  }
  return makeRoute(*message, luids_);
}

HeldRoutes::ChangedGroup& HeldRoutes::groupAt(const RouteGroup& place, std::span<const Route> rows,
                                              ChangedGroups& groups) const {
  const auto known = groups.find(place);
  if (known != groups.end()) return known->second;
  const auto [begin, end] = order_.find(rows, place);
  const auto own = rows.subspan(begin, end - begin);
  return groups[place] = {begin, end, {own.begin(), own.end()}};
}

std::optional<Splices> HeldRoutes::apply(const RouteNotices& notices, Standing standing,
                                         std::vector<Route>& rows) {
  if (notices.size() > kMostNotices) return std::nullopt;
  ChangedGroups groups;
  for (const RouteNotice& notice : notices) {
    const auto changed = routeOf(notice);
    const auto place = changed ? order_.groupOf(*changed) : std::nullopt;
    if (!place) return std::nullopt;
    Rows& group = groupAt(*place, rows, groups).rows;
    const bool later = standing == Standing::later;
    const bool fits = notice.gone ? (later ? remove : removeAgain)(group, *changed)
                                  : (later ? add : addAgain)(group, *changed, notice.flags);
    if (!fits) return std::nullopt;
  }
  return replaceGroups(std::move(groups), rows);
}

Splices HeldRoutes::replaceGroups(ChangedGroups groups, std::vector<Route>& rows) {
  Splices splices;
  std::size_t moves = 0;
  std::ptrdiff_t shift = 0;
  for (const auto& [place, group] : groups) {
    const auto before = std::span<const Route>(rows).subspan(group.begin, group.end - group.begin);
    for (Splice splice : spliceRows(before, std::span<const Route>(group.rows))) {
      splice.start += group.begin;
      splice.first += group.begin + static_cast<std::size_t>(shift);
      splices.push_back(splice);
    }
    const auto grown =
        static_cast<std::ptrdiff_t>(group.rows.size()) - static_cast<std::ptrdiff_t>(before.size());
    order_.grow(place.table, grown);
    shift += grown;
    if (grown != 0) ++moves;
  }
  if (moves <= kMostMoves) {
    // From the end on, so that places hold.
    for (auto& [place, group] : groups | std::views::reverse) {
      reserveMore(rows, group.rows.size());
      replaceRows(rows, group.begin, group.end, std::move(group.rows));
    }
  } else {
    std::vector<Route> all;
    reserveMore(all, rows.size() + static_cast<std::size_t>(std::max<std::ptrdiff_t>(shift, 0)));
    auto rest = rows.begin();
    for (auto& [place, group] : groups) {
      const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(group.begin);
      std::move(rest, begin, std::back_inserter(all));
      std::ranges::move(group.rows, std::back_inserter(all));
      rest = rows.begin() + static_cast<std::ptrdiff_t>(group.end);
    }
    std::move(rest, rows.end(), std::back_inserter(all));
    rows = std::move(all);
  }
  listRows_ = rows.size();
  return splices;
}

}  // namespace interface_panel
