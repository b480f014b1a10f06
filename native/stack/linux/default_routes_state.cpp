// SPDX-License-Identifier: MIT
#include "stack/linux/default_routes_state.h"

#include <algorithm>

#include "stack/linux/parking_table.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

constexpr std::uint32_t kUsualLearntMetric = 1024;  // IP6_RT_PRIO_USER
constexpr std::int64_t kNoSysctl = -1;

bool isDefault(const RouteRecord& record) {
  return record.group.destination.prefixLength == 0 && record.group.source.prefixLength == 0 &&
         record.type == RTN_UNICAST;
}

// Programs that handle advertisements themselves mark their routes alike, but keep the kernel from
// heeding any.
bool isLearnt(const RouteRecord& record, const Link& link) {
  const std::uint32_t metric = learntMetric(link);
  return record.family == Family::ipv6 && record.protocol == RTPROT_RA && link.ipv6 &&
         link.ipv6->acceptsRouterAdvertisements() &&
         (record.group.metric == metric || record.group.metric == metric + 1);
}

bool hasGroup(const std::vector<RouteGroupKey>& keys, const RouteGroupKey& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// `routes` are the default routes of the main table.
void sortMainRoutes(const std::vector<RouteRecord>& routes, const Link& link,
                    DefaultRoutesState& state) {
  std::vector<RouteGroupKey> keys;
  for (const RouteRecord& record : routes) {
    if (record.index == link.index && !isLearnt(record, link)) keys.push_back(record.group);
  }
  for (const RouteRecord& record : state.parked)
    keys.push_back(record.in(RT_TABLE_MAIN, record.group.metric).group);
  std::vector<RouteGroupKey> begun;
  for (const RouteRecord& record : routes) {
    const bool own = record.index == link.index;
    if (own && isLearnt(record, link)) {
      state.learnt.push_back(record);
      continue;
    }
    // Learnt routes of other links come and go as their routers speak.
    const bool foreignLearnt =
        !own && record.family == Family::ipv6 && record.protocol == RTPROT_RA;
    if (foreignLearnt || !hasGroup(keys, record.group)) continue;
    if (!record.movable && (own || hasGroup(begun, record.group))) state.fixedOrder = true;
    if (own) begun.push_back(record.group);
    if (record.movable) state.groups.push_back(record);
  }
}

Result<std::vector<RouteRecord>> readDefaults(ChangeTarget& target, std::uint32_t table) {
  auto records = readRouteRecords(target.route, target.family, {table, 0});
  if (!records) return records;
  std::erase_if(records.value(), [&](const RouteRecord& record) {
    return !isDefault(record) || record.group.table != table;
  });
  return records;
}

// The groups of the main table that a footprint speaks of, and those its parked routes return to.
std::vector<RouteGroupKey> groupsIn(Bytes body, Family family) {
  FootprintReader reader(body);
  reader.number(INT32_MIN, INT32_MAX);
  std::vector<RouteGroupKey> keys;
  for (int list = 0; list < 2; ++list) {
    for (const RouteRecord& record : readRoutes(reader, family)) {
      keys.push_back(record.in(RT_TABLE_MAIN, record.group.metric).group);
    }
  }
  return keys;
}

bool allOf(const std::vector<RouteRecord>& routes, std::uint32_t table,
           std::optional<std::uint32_t> index) {
  return std::all_of(routes.begin(), routes.end(), [&](const RouteRecord& record) {
    return isDefault(record) && record.group.table == table && (!index || record.index == *index);
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
  auto parked = readDefaults(target, parkedRoutesTable(link.index));
  if (!parked) return parked.error();
  state.parked = std::move(parked.value());
  auto parkedLearnt = readDefaults(target, parkedLearntRoutesTable(link.index));
  if (!parkedLearnt) return parkedLearnt.error();
  state.parkedLearnt = std::move(parkedLearnt.value());
  const auto main = readDefaults(target, RT_TABLE_MAIN);
  if (!main) return main.error();
  sortMainRoutes(main.value(), link, state);
  return state;
}

void writeState(FootprintWriter& writer, const DefaultRoutesState& state) {
  writer.number(state.acceptRaDefrtr.value_or(kNoSysctl));
  writeRoutes(writer, state.groups);
  writeRoutes(writer, state.parked);
  writeRoutes(writer, state.learnt);
  writeRoutes(writer, state.parkedLearnt);
}

std::optional<DefaultRoutesState> decodeState(Bytes body, const ChangeTarget& target) {
  const std::uint32_t index = target.link.index;
  const bool ipv6 = target.family == Family::ipv6;
  FootprintReader reader(body);
  DefaultRoutesState state;
  const std::int64_t defrtr =
      reader.number(ipv6 ? INT32_MIN : kNoSysctl, ipv6 ? INT32_MAX : kNoSysctl);
  if (ipv6) state.acceptRaDefrtr = defrtr;
  state.groups = readRoutes(reader, target.family);
  state.parked = readRoutes(reader, target.family);
  state.learnt = readRoutes(reader, target.family);
  state.parkedLearnt = readRoutes(reader, target.family);
  const bool placed = allOf(state.groups, RT_TABLE_MAIN, std::nullopt) &&
                      allOf(state.parked, parkedRoutesTable(index), index) &&
                      allOf(state.learnt, RT_TABLE_MAIN, index) &&
                      allOf(state.parkedLearnt, parkedLearntRoutesTable(index), index);
  const bool learntFits = ipv6 || (state.learnt.empty() && state.parkedLearnt.empty());
  if (!reader.complete() || !placed || !learntFits) return std::nullopt;
  return state;
}

bool shareGroup(Bytes one, Bytes other, Family family) {
  const std::vector<RouteGroupKey> first = groupsIn(one, family);
  const std::vector<RouteGroupKey> second = groupsIn(other, family);
  return std::any_of(first.begin(), first.end(),
                     [&](const RouteGroupKey& key) { return hasGroup(second, key); });
}

bool sameRoutes(const std::vector<RouteRecord>& one, const std::vector<RouteRecord>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const RouteRecord& a, const RouteRecord& b) { return a.sameAs(b); });
}

const RouteRecord* findTwin(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  const auto found = std::find_if(routes.begin(), routes.end(), [&](const RouteRecord& record) {
    return record.in(wanted.group.table, record.group.metric).sameAs(wanted);
  });
  return found == routes.end() ? nullptr : &*found;
}

}  // namespace interface_panel
