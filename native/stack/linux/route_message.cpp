// SPDX-License-Identifier: MIT
#include "stack/linux/route_message.h"

#include <unistd.h>

#include <cerrno>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

// RTNH_F_* share rtm_flags with RTM_F_*, which start above them.
constexpr std::uint32_t kHopFlags = 0xFFU;
// Router preference of RFC 4191 is two bits.
constexpr std::uint8_t kPreferenceMask = 3;

IpAddress readNextHop(Family family, Bytes gateway, Bytes via) {
  // struct rtvia: the family, then the address.
  if (const auto number = readValue<std::uint16_t>(via)) {
    const auto viaFamily = familyOfSocket(*number);
    if (viaFamily) return readAddress(*viaFamily, via.subspan(sizeof(*number)));
  }
  return readAddress(family, gateway);
}

std::vector<RouteMessageHop> readHops(Family family, Bytes bytes) {
  std::vector<RouteMessageHop> hops;
  while (const auto hop = readValue<rtnexthop>(bytes)) {
    if (hop->rtnh_len < sizeof(rtnexthop) || hop->rtnh_len > bytes.size()) break;
    const Bytes own = bytes.subspan(sizeof(rtnexthop), hop->rtnh_len - sizeof(rtnexthop));
    const AttributeTable<RTA_VIA> attributes(own);
    hops.push_back({static_cast<std::uint32_t>(hop->rtnh_ifindex),
                    readNextHop(family, attributes[RTA_GATEWAY], attributes[RTA_VIA]),
                    hop->rtnh_hops + 1U, hop->rtnh_flags, own});
    bytes = bytes.subspan(std::min<std::size_t>(RTNH_ALIGN(hop->rtnh_len), bytes.size()));
  }
  return hops;
}

std::uint32_t readLifetime(const AttributeTable<RTA_MAX>& attributes) {
  const auto cache = attributes.get<rta_cacheinfo>(RTA_CACHEINFO);
  if (!cache || cache->rta_expires == 0) return kForEver;
  const auto ticks = static_cast<std::int32_t>(cache->rta_expires);
  if (ticks < 0) return 0;
  return static_cast<std::uint32_t>(ticks / ::sysconf(_SC_CLK_TCK));
}

}  // namespace

bool RouteMessage::isDefault() const {
  return destination.prefixLength == 0 && source.prefixLength == 0 &&
         header.rtm_type == RTN_UNICAST;
}

std::optional<RouteMessage> readRouteMessage(const NetlinkMessage& message) {
  const auto parts = splitMessage<rtmsg>(message.body);
  if (message.type != RTM_NEWROUTE || !parts) return std::nullopt;
  const auto family = familyOfSocket(parts->first.rtm_family);
  if (!family) return std::nullopt;
  const AttributeTable<RTA_MAX> attributes(parts->second);
  const AttributeTable<RTAX_MAX> metrics(attributes[RTA_METRICS]);

  RouteMessage route;
  route.family = *family;
  route.header = parts->first;
  route.header.rtm_flags &= kHopFlags;
  route.attributes = parts->second;
  route.table = attributes.u32(RTA_TABLE, parts->first.rtm_table);
  route.index = attributes.u32(RTA_OIF);
  route.metric = attributes.u32(RTA_PRIORITY);
  route.destination = {readAddress(*family, attributes[RTA_DST]), parts->first.rtm_dst_len};
  route.source = {readAddress(*family, attributes[RTA_SRC]), parts->first.rtm_src_len};
  route.nextHop = readNextHop(*family, attributes[RTA_GATEWAY], attributes[RTA_VIA]);
  if (attributes.has(RTA_PREFSRC))
    route.preferredSource = readAddress(*family, attributes[RTA_PREFSRC]);
  route.preference = attributes.get<std::uint8_t>(RTA_PREF).value_or(0) & kPreferenceMask;
  route.nexthopId = attributes.u32(RTA_NH_ID);
  route.mtu = metrics.u32(RTAX_MTU);
  route.lockedMetrics = metrics.u32(RTAX_LOCK);
  route.validLifetime = readLifetime(attributes);
  route.hops = readHops(*family, attributes[RTA_MULTIPATH]);
  return route;
}

Result<NetlinkAnswers> dumpRoutes(NetlinkSocket& route, Family family, const RouteFilter& filter) {
  rtmsg header{};
  header.rtm_family = socketFamily(family);
  header.rtm_type = filter.type;
  RequestBuilder request(RTM_GETROUTE, header);
  if (filter.table != 0) request.add(RTA_TABLE, filter.table);
  if (filter.index != 0) request.add(RTA_OIF, filter.index);
  auto answers = route.dump(request);
  if (!answers && answers.error().code == ENOENT) return NetlinkAnswers{};
  return answers;
}

}  // namespace interface_panel
