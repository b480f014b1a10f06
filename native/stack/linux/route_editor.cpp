// SPDX-License-Identifier: MIT
#include "stack/linux/route_editor.h"

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

bool hasGateway(const RouteRecord& record) {
  return !record.attribute(RTA_GATEWAY).empty() || !record.attribute(RTA_VIA).empty();
}

}  // namespace

Result<Done> addRoute(NetlinkSocket& route, const RouteRecord& record, RoutePlace place) {
  RequestBuilder request = routeRequest(RTM_NEWROUTE, record);
  if (record.lifetime != kForEver) request.add(RTA_EXPIRES, record.lifetime);
  const std::uint16_t append = place == RoutePlace::last ? NLM_F_APPEND : 0;
  auto added = route.change(request, static_cast<std::uint16_t>(NLM_F_CREATE | append));
  if (!added && added.error().code == EEXIST) return Done{};
  return added;
}

Result<Done> removeRoute(NetlinkSocket& route, const RouteRecord& record) {
  auto removed = route.change(routeRequest(RTM_DELROUTE, record), 0);
  if (!removed && removed.error().code == ESRCH) return Done{};
  return removed;
}

bool mightHit(const RouteRecord& removed, const RouteRecord& other) {
  return !hasGateway(removed) && hasGateway(other) && other.group == removed.group &&
         other.index == removed.index && other.protocol == removed.protocol &&
         other.scope == removed.scope;
}

}  // namespace interface_panel
