// SPDX-License-Identifier: MIT
#include "stack/linux/default_routes_state.h"

#include <algorithm>

#include "stack/linux/parking_table.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

constexpr std::uint32_t kUsualLearntMetric = 1024;  // IP6_RT_PRIO_USER
constexpr std::int64_t kNoSysctl = -1;

// The kernel's own have its metric and end with the router's lifetime. Programs that handle
// advertisements themselves mark their routes alike, but keep the kernel from heeding any.
bool isLearnt(const RouteRecord& record, const Link& link) {
  const std::uint32_t metric = learntMetric(link);
  return record.family == Family::ipv6 && record.protocol == RTPROT_RA && link.ipv6 &&
         link.ipv6->acceptsRouterAdvertisements() && record.lifetime != kForEver &&
         (record.group.metric == metric || record.group.metric == metric + 1);
}

void sortMainRoute(const RouteRecord& record, const Link& link, DefaultRoutesState& state) {
  if (isLearnt(record, link)) {
    state.learnt.push_back(record);
  } else if (!record.movable) {
    state.unmovable = true;
  } else {
    state.routes.push_back(record);
  }
}

void writeLinks(FootprintWriter& writer, const Links& links) {
  writer.number(static_cast<std::int64_t>(links.size()));
  for (const std::uint32_t index : links) writer.number(index);
}

// Of others than this link, each once; 0 stands for a route of several.
Links readLinks(FootprintReader& reader, std::uint32_t own) {
  Links links;
  const std::int64_t count = reader.number(0, kMostAhead);
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    const auto index = static_cast<std::uint32_t>(reader.number(0, INT32_MAX));
    if (index == own || std::ranges::find(links, index) != links.end()) reader.fail();
    links.push_back(index);
  }
  return links;
}

bool allOf(const std::vector<RouteRecord>& routes, std::uint32_t table, std::uint32_t index) {
  return allDiffer(routes) &&
         std::all_of(routes.begin(), routes.end(), [&](const RouteRecord& record) {
           return record.isDefault() && record.group.table == table && record.index == index;
         });
}

}  // namespace

std::uint32_t learntMetric(const Link& link) {
  if (!link.ipv6) return kUsualLearntMetric;
  return static_cast<std::uint32_t>(
      link.ipv6->raDefrtrMetric().value_or(static_cast<std::int32_t>(kUsualLearntMetric)));
}

Result<DefaultRoutesState> readDefaultRoutesState(ChangeTarget& target) {
  const Link& link = target.link;
  DefaultRoutesState state;
  if (target.family == Family::ipv6) {
    const auto directory = SysctlDirectory::open(target.route, "ipv6/conf", target.identity());
    if (!directory) return directory.error();
    const auto defrtr = directory->read("accept_ra_defrtr");
    if (!defrtr) return defrtr.error();
    state.acceptRaDefrtr = defrtr.value();
  }
  const auto found = target.routes.defaultRoutes(target.route, target.family, link.index);
  if (!found) return found.error();
  for (const RouteRecord& record : found.value()->routes) {
    if (record.group.table == parkedRoutesTable(link.index)) {
      state.parked.push_back(record);
    } else if (record.group.table == parkedLearntRoutesTable(link.index)) {
      state.parkedLearnt.push_back(record);
    } else if (record.group.table == RT_TABLE_MAIN) {
      sortMainRoute(record, link, state);
    }
  }
  for (const RouteRecord& record : state.routes) {
    auto ahead = target.routes.ahead(target.route, record, kMostAhead);
    if (!ahead) return ahead.error();
    state.ahead.push_back(std::move(ahead.value()));
  }
  return state;
}

void writeState(FootprintWriter& writer, const DefaultRoutesState& state) {
  writer.number(state.acceptRaDefrtr.value_or(kNoSysctl));
  writeRoutes(writer, state.routes);
  for (const Links& links : state.ahead) writeLinks(writer, links);
  writeRoutes(writer, state.parked);
  writeRoutes(writer, state.learnt);
  writeRoutes(writer, state.parkedLearnt);
}

std::optional<DefaultRoutesState> decodeState(Bytes body, const IpInterfaceKey& key) {
  const std::uint32_t index = luidIndex(key.luid);
  const bool ipv6 = key.family == Family::ipv6;
  FootprintReader reader(body);
  DefaultRoutesState state;
  const std::int64_t defrtr =
      reader.number(ipv6 ? INT32_MIN : kNoSysctl, ipv6 ? INT32_MAX : kNoSysctl);
  if (ipv6) state.acceptRaDefrtr = defrtr;
  state.routes = readRoutes(reader, key.family);
  for (std::size_t i = 0; i < state.routes.size(); ++i) {
    state.ahead.push_back(readLinks(reader, index));
  }
  state.parked = readRoutes(reader, key.family);
  state.learnt = readRoutes(reader, key.family);
  state.parkedLearnt = readRoutes(reader, key.family);
  const bool placed = allOf(state.routes, RT_TABLE_MAIN, index) &&
                      allOf(state.parked, parkedRoutesTable(index), index) &&
                      allOf(state.learnt, RT_TABLE_MAIN, index) &&
                      allOf(state.parkedLearnt, parkedLearntRoutesTable(index), index);
  const bool learntFits = ipv6 || (state.learnt.empty() && state.parkedLearnt.empty());
  if (!reader.complete() || !placed || !learntFits) return std::nullopt;
  return state;
}

bool sameRoutes(const std::vector<RouteRecord>& one, const std::vector<RouteRecord>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const RouteRecord& a, const RouteRecord& b) { return a.sameAs(b); });
}

}  // namespace interface_panel
