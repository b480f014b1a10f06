// SPDX-License-Identifier: MIT
#include "stack/linux/route_facts.h"

#include <linux/rtnetlink.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

/// All that takes routes away or brings them.
constexpr std::array kGroups{int{RTNLGRP_LINK},        int{RTNLGRP_IPV4_IFADDR},
                             int{RTNLGRP_IPV6_IFADDR}, int{RTNLGRP_IPV4_ROUTE},
                             int{RTNLGRP_IPV6_ROUTE},  int{RTNLGRP_NEXTHOP}};

// More do not fit into a footprint.
constexpr std::size_t kMostMtuRoutes = 1024;

bool leadsEverywhere(const NetlinkMessage& message) {
  const auto header = readValue<rtmsg>(message.body);
  return header && header->rtm_dst_len == 0;
}

void addOnce(Links& links, std::uint32_t link) {
  if (std::ranges::find(links, link) == links.end()) links.push_back(link);
}

/// Routes of several links change with each of them, and not every such change is told.
bool tellsOfOthers(const DefaultRouteSummary& summary) {
  return summary.multipath || summary.nexthopObject;
}

/// Nobody tells of a lifetime that runs down.
bool runsDown(const RouteRecord& record) { return record.lifetime != kForEver; }

bool changesUntold(const LinkDefaultRoutes& found) {
  return tellsOfOthers(found.summary) || std::ranges::any_of(found.routes, runsDown);
}

bool changesUntold(const LinkMtuRoutes& found) {
  return std::ranges::any_of(found.routes,
                             [](const MtuRoute& route) { return runsDown(route.record); });
}

/// The links whose route this is; 0 where it is a nexthop object's that does not tell.
Links linksOf(const RouteMessage& message) {
  if (message.hops.empty()) return {message.index};
  Links links;
  for (const auto& hop : message.hops) addOnce(links, hop.index);
  return links;
}

/// What the answers tell of one link, at these places.
LinkDefaultRoutes defaultRoutesOf(std::uint32_t link, const NetlinkAnswers& answers,
                                  const std::vector<std::size_t>& places) {
  LinkDefaultRoutes found;
  DefaultRouteSummaries summaries;
  std::optional<Family> family;
  for (const std::size_t place : places) {
    const auto message = readRouteMessage(answers[place]);
    if (!message) continue;
    family = message->family;
    summaries.add(*message);
    for (RouteRecord& record : recordsOf(*message)) {
      if (record.index == link && record.isDefault()) found.routes.push_back(std::move(record));
    }
  }
  if (family) found.summary = summaries.of(*family, link);
  return found;
}

/// Whether the message has the attribute, without reading it as a whole.
bool tells(const NetlinkMessage& message, std::uint16_t type) {
  const auto parts = splitMessage<rtmsg>(message.body);
  Bytes rest = parts ? parts->second : Bytes();
  while (const auto attribute = takeAttribute(rest)) {
    if (attribute->type == type) return true;
  }
  return false;
}

bool followsLink(const RouteMessage& message) {
  return message.mtu != 0 && (message.lockedMetrics & (1U << RTAX_MTU)) == 0;
}

bool madeByKernel(const RouteMessage& message) {
  return message.header.rtm_protocol == RTPROT_RA || message.header.rtm_protocol == RTPROT_KERNEL;
}

using MtuRoutesByLink = std::map<std::uint32_t, std::optional<LinkMtuRoutes>>;

/// None for a link that has too many.
void addMtuRoutes(const RouteMessage& message, MtuRoutesByLink& links) {
  for (RouteRecord& record : recordsOf(message)) {
    auto& found = links.try_emplace(record.index, LinkMtuRoutes{}).first->second;
    if (!found) continue;
    if (found->routes.size() == kMostMtuRoutes) {
      found.reset();
      continue;
    }
    found->routes.push_back({std::move(record), message.mtu, madeByKernel(message)});
  }
}

/// Few routes have an mtu metric of their own, however many there are: only their groups count.
/// Those of one link alone, unless the kernel has merged them with others', as a dump of that link
/// tells.
void findEntangled(const NetlinkAnswers& answers, MtuRoutesByLink& links) {
  std::map<std::pair<std::uint32_t, RouteGroupKey>, std::size_t> members;
  for (const auto& [link, found] : links) {
    if (!found) continue;
    for (const MtuRoute& route : found->routes) members[{link, route.record.group}] = 0;
  }
  if (members.empty()) return;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto message = readRouteMessage(answers[i]);
    if (!message) continue;
    for (const std::uint32_t link : linksOf(*message)) {
      const auto group = members.find({link, groupOf(*message)});
      if (group != members.end()) group->second += std::max<std::size_t>(message->hops.size(), 1);
    }
  }
  for (auto& [link, found] : links) {
    if (!found) continue;
    found->entangled = std::ranges::any_of(found->routes, [&](const MtuRoute& route) {
      return !route.kernels &&
             (!route.record.movable || members[{route.record.index, route.record.group}] > 1);
    });
  }
}

MtuRoutesByLink mtuRoutesIn(const NetlinkAnswers& answers) {
  MtuRoutesByLink links;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!tells(answers[i], RTA_METRICS)) continue;
    const auto message = readRouteMessage(answers[i]);
    if (message && followsLink(*message)) addMtuRoutes(*message, links);
  }
  findEntangled(answers, links);
  return links;
}

}  // namespace

RouteFacts::RouteFacts() : notices_(kGroups) {}

void RouteFacts::hearNews() {
  const KernelNews news = notices_.take();
  if (news.ofAll) {
    defaults_.clear();
    mtus_ = {};
    return;
  }
  for (const std::uint32_t link : news.links) forget(link);
}

void RouteFacts::forget(std::uint32_t link) {
  for (auto& [family, table] : defaults_) table.stale.insert(link);
  mtus_.stale.insert(link);
}

Result<const LinkDefaultRoutes*> RouteFacts::defaultRoutes(NetlinkSocket& route, Family family,
                                                           std::uint32_t link) {
  hearNews();
  if (!defaults_.contains(family)) {
    if (const auto read = readDefaultRoutes(route, family); !read) return read.error();
  }
  if (defaults_[family].stale.contains(link)) {
    auto fresh = readDefaultRoutesAgain(route, family, link);
    if (!fresh) return fresh.error();
    DefaultRouteTable& table = defaults_[family];
    updateOrder(table, link, fresh.value());
    if (!changesUntold(fresh.value())) table.stale.erase(link);
    return &(table.links[link] = std::move(fresh.value()));
  }
  DefaultRouteTable& table = defaults_[family];
  const auto known = table.links.find(link);
  if (known != table.links.end()) return &known->second;
  return &(table.links[link] = routesIn(table, link));
}

LinkDefaultRoutes RouteFacts::routesIn(DefaultRouteTable& table, std::uint32_t link) {
  std::vector<std::size_t> places = table.places[link];
  const auto& hidden = table.places[0];
  places.insert(places.end(), hidden.begin(), hidden.end());
  LinkDefaultRoutes found = defaultRoutesOf(link, table.answers, places);
  if (changesUntold(found)) table.stale.insert(link);
  return found;
}

Result<Done> RouteFacts::readDefaultRoutes(NetlinkSocket& route, Family family) {
  auto answers = dumpRoutes(route, family, {.type = RTN_UNICAST});
  if (!answers) return answers.error();
  DefaultRouteTable table;
  table.answers = std::move(answers.value());
  for (std::size_t i = 0; i < table.answers.size(); ++i) {
    if (!leadsEverywhere(table.answers[i])) continue;
    const auto message = readRouteMessage(table.answers[i]);
    if (!message) continue;
    const Links links = linksOf(*message);
    for (const std::uint32_t link : links) table.places[link].push_back(i);
    if (message->table != RT_TABLE_MAIN || !message->isDefault()) continue;
    Links& order = table.order[groupOf(*message)];
    order.insert(order.end(), links.begin(), links.end());
  }
  defaults_[family] = std::move(table);
  return Done{};
}

Result<LinkDefaultRoutes> RouteFacts::readDefaultRoutesAgain(NetlinkSocket& route, Family family,
                                                             std::uint32_t link) {
  DefaultRouteTable& table = defaults_[family];
  // The kernel's filter by link passes over nexthop objects that hide theirs.
  const auto known = table.links.find(link);
  const bool shares = known != table.links.end() && tellsOfOthers(known->second.summary);
  if (shares || !table.places[0].empty()) {
    if (const auto read = readDefaultRoutes(route, family); !read) return read.error();
    return routesIn(defaults_[family], link);
  }
  const auto answers = dumpRoutes(route, family, {.index = link, .type = RTN_UNICAST});
  if (!answers) return answers.error();
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    if (leadsEverywhere(answers.value()[i])) places.push_back(i);
  }
  return defaultRoutesOf(link, answers.value(), places);
}

/// What went leaves the order of the rest as it was; where what came stands is not known.
void RouteFacts::updateOrder(DefaultRouteTable& table, std::uint32_t link,
                             const LinkDefaultRoutes& fresh) {
  std::map<RouteGroupKey, std::ptrdiff_t> now;
  for (const RouteRecord& record : fresh.routes) {
    if (record.group.table == RT_TABLE_MAIN) ++now[record.group];
  }
  for (auto& [group, links] : table.order) {
    const std::ptrdiff_t left = std::exchange(now[group], 0);
    const std::ptrdiff_t known = std::ranges::count(links, link);
    if (left == 0) {
      std::erase(links, link);
    } else if (left != known) {
      table.ordered = false;
    }
  }
  const bool others = std::ranges::any_of(now, [](const auto& group) { return group.second != 0; });
  if (others) table.ordered = false;
}

void RouteFacts::noteAdded(const RouteRecord& record, RoutePlace place) {
  const auto table = defaults_.find(record.family);
  if (table == defaults_.end() || record.group.table != RT_TABLE_MAIN) return;
  Links& links = table->second.order[record.group];
  links.insert(place == RoutePlace::first ? links.begin() : links.end(), record.index);
}

Result<const std::map<RouteGroupKey, Links>*> RouteFacts::readOrder(NetlinkSocket& route,
                                                                    Family family) {
  hearNews();
  const auto table = defaults_.find(family);
  const bool known =
      table != defaults_.end() && table->second.ordered && table->second.stale.empty();
  if (!known) {
    if (const auto read = readDefaultRoutes(route, family); !read) return read.error();
  }
  return &defaults_[family].order;
}

Result<Links> RouteFacts::ahead(NetlinkSocket& route, const RouteRecord& record, std::size_t most) {
  const auto order = readOrder(route, record.family);
  if (!order) return order.error();
  Links ahead;
  const auto links = order.value()->find(record.group);
  if (links == order.value()->end()) return ahead;
  for (const std::uint32_t link : links->second) {
    if (link == record.index || ahead.size() == most) break;
    addOnce(ahead, link);
  }
  return ahead;
}

Result<std::map<RouteGroupKey, std::uint32_t>> RouteFacts::leaders(NetlinkSocket& route,
                                                                   Family family) {
  const auto order = readOrder(route, family);
  if (!order) return order.error();
  std::map<RouteGroupKey, std::uint32_t> leaders;
  for (const auto& [group, links] : *order.value()) {
    if (!links.empty()) leaders[group] = links.front();
  }
  return leaders;
}

Result<const LinkMtuRoutes*> RouteFacts::mtuRoutes(NetlinkSocket& route, std::uint32_t link) {
  hearNews();
  if (!knowsMtuRoutes(link)) {
    if (const auto read = readMtuRoutes(route, link); !read) return read.error();
  }
  const auto& found = mtus_.links.try_emplace(link, LinkMtuRoutes{}).first->second;
  if (!found) return posixError(EMSGSIZE, "footprint");
  return &*found;
}

bool RouteFacts::knowsMtuRoutes(std::uint32_t link) const {
  if (mtus_.stale.contains(link)) return false;
  const auto found = mtus_.links.find(link);
  if (found == mtus_.links.end()) return mtus_.complete;
  return !found->second || !changesUntold(*found->second);
}

Result<Done> RouteFacts::readMtuRoutes(NetlinkSocket& route, std::uint32_t link) {
  // Who asks for a second link is going to ask for many.
  const bool all = !mtus_.complete && !mtus_.links.empty();
  const auto answers = dumpRoutes(route, Family::ipv6, {.index = all ? 0 : link});
  if (!answers) return answers.error();
  MtuRoutesByLink read = mtuRoutesIn(answers.value());
  if (all) {
    mtus_ = {.complete = true, .stale = {}, .links = std::move(read)};
  } else {
    mtus_.links[link] = std::move(read.try_emplace(link, LinkMtuRoutes{}).first->second);
    mtus_.stale.erase(link);
  }
  return Done{};
}

}  // namespace interface_panel
