// SPDX-License-Identifier: MIT
#include "stack/linux/link_type.h"

#include <linux/if_arp.h>
#include <linux/nl80211.h>

#include <algorithm>
#include <set>

#include "stack/linux/generic_netlink.h"

namespace interface_panel {
namespace {

constexpr std::uint16_t kIfTypeOther = 1;
constexpr std::uint16_t kIfTypeEthernet = 6;
constexpr std::uint16_t kIfTypePpp = 23;
constexpr std::uint16_t kIfTypeLoopback = 24;
constexpr std::uint16_t kIfTypeWifi = 71;
constexpr std::uint16_t kIfTypeTunnel = 131;
constexpr std::uint16_t kIfTypeFireWire = 144;
constexpr std::uint16_t kIfTypeInfiniband = 199;
constexpr std::uint16_t kIfTypeMobileBroadband = 243;

std::uint16_t typeOf(const Link& link) {
  switch (link.hardwareType) {
    case ARPHRD_ETHER:
      return kIfTypeEthernet;
    case ARPHRD_LOOPBACK:
      return kIfTypeLoopback;
    case ARPHRD_IEEE80211:
    case ARPHRD_IEEE80211_PRISM:
    case ARPHRD_IEEE80211_RADIOTAP:
      return kIfTypeWifi;
    case ARPHRD_PPP:
      return kIfTypePpp;
    case ARPHRD_RAWIP:
      return kIfTypeMobileBroadband;
    case ARPHRD_INFINIBAND:
      return kIfTypeInfiniband;
    case ARPHRD_IEEE1394:
      return kIfTypeFireWire;
    case ARPHRD_NONE:  // tun, WireGuard
    case ARPHRD_TUNNEL:
    case ARPHRD_TUNNEL6:
    case ARPHRD_SIT:
    case ARPHRD_IPGRE:
    case ARPHRD_IP6GRE:
      return kIfTypeTunnel;
    default:
      return kIfTypeOther;
  }
}

// A Wi-Fi link looks like Ethernet without a kind; nothing else needs the question to nl80211.
bool mayBeWifi(const Link& link) { return link.type == kIfTypeEthernet && link.kind.empty(); }

std::set<std::uint32_t> readWifiLinks() {
  std::set<std::uint32_t> indexes;
  auto family = GenericFamily::open(NL80211_GENL_NAME);
  if (!family) return indexes;  // a kernel without Wi-Fi has no such family
  const auto answers = family->socket().dump(family->request(NL80211_CMD_GET_INTERFACE));
  if (!answers) return indexes;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto attributes = genericAttributes<NL80211_ATTR_IFINDEX>(answers.value()[i]);
    if (const auto index = attributes.get<std::uint32_t>(NL80211_ATTR_IFINDEX)) {
      indexes.insert(*index);
    }
  }
  return indexes;
}

}  // namespace

void assignLinkTypes(std::vector<Link>& links) {
  for (Link& link : links) link.type = typeOf(link);
  if (std::none_of(links.begin(), links.end(), mayBeWifi)) return;
  const auto wifi = readWifiLinks();
  for (Link& link : links) {
    if (mayBeWifi(link) && wifi.contains(link.index)) link.type = kIfTypeWifi;
  }
}

}  // namespace interface_panel
