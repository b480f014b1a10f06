// SPDX-License-Identifier: MIT
#include "stack/linux/route_editor.h"

#include <algorithm>
#include <cerrno>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

RequestBuilder routeRequest(std::uint16_t messageType, const RouteRecord& record) {
  rtmsg header{};
  header.rtm_family = socketFamily(record.family);
  header.rtm_dst_len = record.group.destination.prefixLength;
  header.rtm_src_len = record.group.source.prefixLength;
  header.rtm_tos = record.group.tos;
  header.rtm_table = RT_TABLE_UNSPEC;  // the attribute has room for all of the number
  header.rtm_protocol = record.protocol;
  header.rtm_scope = record.scope;
  header.rtm_type = record.type;
  header.rtm_flags = record.flags;
  RequestBuilder request(messageType, header);
  request.add(RTA_TABLE, record.group.table);
  if (header.rtm_dst_len != 0) {
    request.add(RTA_DST, addressPayload(record.group.destination.address));
  }
  if (header.rtm_src_len != 0) request.add(RTA_SRC, addressPayload(record.group.source.address));
  if (record.group.metric != 0) request.add(RTA_PRIORITY, record.group.metric);
  Bytes rest(record.attributes);
  while (const auto attribute = takeAttribute(rest)) request.add(attribute->type, attribute->value);
  return request;
}

const RouteRecord* find(const std::vector<RouteRecord>& records, const RouteRecord& wanted) {
  const auto found = std::find_if(records.begin(), records.end(),
                                  [&](const RouteRecord& record) { return record.sameAs(wanted); });
  return found == records.end() ? nullptr : &*found;
}

// The kernel removes the first route that has what the request names. One without a gateway names
// none, so a route of the same link that has one and stands earlier would go in its place.
bool hides(const RouteRecord& earlier, const RouteRecord& removed) {
  const auto hasGateway = [](const RouteRecord& record) {
    return !record.attribute(RTA_GATEWAY).empty() || !record.attribute(RTA_VIA).empty();
  };
  return earlier.index == removed.index && earlier.protocol == removed.protocol &&
         earlier.scope == removed.scope && hasGateway(earlier) && !hasGateway(removed);
}

// How many routes at the beginning may stay as they are while all behind them are made anew.
std::size_t stayingRoutes(const std::vector<RouteRecord>& live,
                          const std::vector<RouteRecord>& wanted) {
  std::size_t same = 0;
  while (same < live.size() && same < wanted.size() && live[same].sameAs(wanted[same])) ++same;
  for (std::size_t removed = live.size(); removed > same; --removed) {
    const auto hiding =
        std::find_if(live.begin(), live.begin() + static_cast<std::ptrdiff_t>(same),
                     [&](const RouteRecord& earlier) { return hides(earlier, live[removed - 1]); });
    same = static_cast<std::size_t>(hiding - live.begin());
  }
  return same;
}

}  // namespace

Result<Done> addRoute(NetlinkSocket& route, const RouteRecord& record) {
  RequestBuilder request = routeRequest(RTM_NEWROUTE, record);
  if (record.lifetime != 0xFFFFFFFFU) request.add(RTA_EXPIRES, record.lifetime);
  auto added = route.change(request, NLM_F_CREATE | NLM_F_APPEND);
  if (!added && added.error().code == EEXIST) return Done{};
  return added;
}

Result<Done> removeRoute(NetlinkSocket& route, const RouteRecord& record) {
  auto removed = route.change(routeRequest(RTM_DELROUTE, record), 0);
  if (!removed && removed.error().code == ESRCH) return Done{};
  return removed;
}

Result<Done> arrangeGroup(NetlinkSocket& route, const std::vector<RouteRecord>& live,
                          const std::vector<RouteRecord>& wanted) {
  const std::size_t same = stayingRoutes(live, wanted);
  for (std::size_t i = same; i < wanted.size(); ++i) {
    RouteRecord record = wanted[i];
    if (const RouteRecord* present = find(live, record)) {
      record.lifetime = present->lifetime;
      if (auto removed = removeRoute(route, record); !removed) return removed;
    }
    if (auto added = addRoute(route, record); !added) return added;
  }
  for (std::size_t i = same; i < live.size(); ++i) {
    if (find(wanted, live[i]) != nullptr) continue;
    if (auto removed = removeRoute(route, live[i]); !removed) return removed;
  }
  return Done{};
}

}  // namespace interface_panel
