// SPDX-License-Identifier: MIT
#include "stack/linux/gateway_check.h"

#include <netinet/in.h>

#include <algorithm>
#include <array>

#include "stack/linux/route_message.h"
#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

// The kernel makes routes for root; rules may ask for the user.
constexpr std::uint32_t kRoot = 0;

constexpr std::array<std::uint8_t, 3> kProtocols{IPPROTO_UDP, IPPROTO_TCP, IPPROTO_ICMP};

bool takesGateway(NetlinkSocket& route, std::uint32_t index, const IpAddress& gateway,
                  std::uint8_t protocol) {
  rtmsg header{};
  header.rtm_family = socketFamily(gateway.family);
  header.rtm_dst_len = addressBits(gateway.family);
  header.rtm_flags = RTM_F_FIB_MATCH;
  RequestBuilder request(RTM_GETROUTE, header);
  request.add(RTA_DST, addressPayload(gateway));
  request.add(RTA_OIF, index);
  request.add(RTA_UID, kRoot);
  // An IPv6 lookup asks for no protocol either.
  if (gateway.family == Family::ipv4) request.add(RTA_IP_PROTO, protocol);
  const auto answers = route.get(request);
  // Whatever the kernel says instead of a route, it would say it of the gateway.
  if (!answers) return false;
  const auto found = answers->size() == 0 ? std::nullopt : readRouteMessage(answers.value()[0]);
  if (!found || found->index != index) return false;
  const bool reaches = found->header.rtm_type == RTN_UNICAST || found->header.rtm_type == RTN_LOCAL;
  return reaches && found->nextHop == IpAddress{.family = gateway.family};
}

}  // namespace

bool takesGateways(NetlinkSocket& route, std::uint32_t index,
                   const std::vector<IpAddress>& gateways) {
  return std::all_of(gateways.begin(), gateways.end(), [&](const IpAddress& gateway) {
    // Making a route asks for no protocol, which an IPv4 lookup cannot. Where rules tell protocols
    // apart, all answers have to agree.
    return std::all_of(kProtocols.begin(), kProtocols.end(), [&](std::uint8_t protocol) {
      return takesGateway(route, index, gateway, protocol);
    });
  });
}

}  // namespace interface_panel
