// SPDX-License-Identifier: MIT
#include "stack/linux/route_lookup.h"

#include <cerrno>

#include "stack/linux/link_table.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/route_message.h"
#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

RequestBuilder lookupRequest(const IpAddress& destination, const std::optional<IpAddress>& source,
                             std::uint32_t flags) {
  rtmsg header{};
  header.rtm_family = socketFamily(destination.family);
  header.rtm_dst_len = addressBits(destination.family);
  header.rtm_flags = flags;
  // IPv6 names the table anyway and refuses this flag.
  if (destination.family == Family::ipv4) header.rtm_flags |= RTM_F_LOOKUP_TABLE;
  if (source) header.rtm_src_len = addressBits(destination.family);
  RequestBuilder request(RTM_GETROUTE, header);
  request.add(RTA_DST, addressPayload(destination));
  if (source) request.add(RTA_SRC, addressPayload(*source));
  if (destination.scopeId != 0) request.add(RTA_OIF, destination.scopeId);
  return request;
}

}  // namespace

Result<BestRoute> lookUpRoute(NetlinkSocket& route, const IpAddress& destination,
                              const std::optional<IpAddress>& source) {
  if (source && source->family != destination.family) return posixError(EINVAL, "RTM_GETROUTE");

  // The first answer says where the packet goes, the second which route of the table said so: one
  // names the hop and the source that were chosen, the other prefix and metric, and neither both.
  const auto taken = route.get(lookupRequest(destination, source, 0));
  if (!taken) return taken.error();
  const auto matched = route.get(lookupRequest(destination, source, RTM_F_FIB_MATCH));
  if (!matched) return matched.error();
  const auto way = taken->size() == 0 ? std::nullopt : readRouteMessage(taken.value()[0]);
  const auto entry = matched->size() == 0 ? std::nullopt : readRouteMessage(matched.value()[0]);
  if (!way || !entry) return posixError(EBADMSG, "RTM_GETROUTE");

  BestRoute best;
  best.destination = entry->destination;
  best.metric = entry->metric;
  best.table = entry->table;
  best.type = entry->header.rtm_type;
  best.nextHop = way->nextHop;
  if (way->preferredSource) best.source = *way->preferredSource;
  best.source.family = destination.family;
  if (way->index != 0) {
    const auto link = readLinkByIndex(route, way->index);
    if (!link) return link.error();
    best.luid = link->luid();
  }
  return best;
}

}  // namespace interface_panel
