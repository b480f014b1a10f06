// SPDX-License-Identifier: MIT
#include "stack/linux/link_table.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include "stack/linux/link_type.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

// Places in IFLA_INET_CONF (IPV4_DEVCONF_* less one) and IFLA_INET6_CONF (DEVCONF_*, uapi
// linux/ipv6.h). Debian 12's headers end before the newest ones.
constexpr std::size_t kIpv4Forwarding = 0;
constexpr std::size_t kIpv6Forwarding = 0;
constexpr std::size_t kIpv6HopLimit = 1;
constexpr std::size_t kIpv6Mtu = 2;
constexpr std::size_t kIpv6AcceptRa = 3;
constexpr std::size_t kIpv6DadTransmits = 6;
constexpr std::size_t kIpv6AcceptRaDefrtr = 18;
constexpr std::size_t kIpv6DisableIpv6 = 26;
constexpr std::size_t kIpv6RaDefrtrMetric = 52;
constexpr std::size_t kIpv6ForceForwarding = 59;

std::optional<std::int32_t> at(const std::vector<std::int32_t>& values, std::size_t place) {
  if (place >= values.size()) return std::nullopt;
  return values[place];
}

std::vector<std::int32_t> readConf(Bytes bytes) {
  std::vector<std::int32_t> values(bytes.size() / sizeof(std::int32_t));
  if (!values.empty())
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(std::int32_t));
  return values;
}

std::vector<std::uint8_t> copyOf(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

void readFamilies(Link& link, Bytes afSpec) {
  while (const auto family = takeAttribute(afSpec)) {
    if (family->type == AF_INET) {
      const AttributeTable<IFLA_INET_MAX> attributes(family->value);
      link.ipv4 = Ipv4Conf{readConf(attributes[IFLA_INET_CONF])};
    } else if (family->type == AF_INET6) {
      const AttributeTable<IFLA_INET6_MAX> attributes(family->value);
      link.ipv6 = Ipv6Conf{readConf(attributes[IFLA_INET6_CONF]), attributes.u32(IFLA_INET6_FLAGS),
                           attributes.get<std::uint8_t>(IFLA_INET6_ADDR_GEN_MODE)};
    }
  }
}

void readLinkInfo(Link& link, Bytes linkInfo) {
  const AttributeTable<IFLA_INFO_MAX> attributes(linkInfo);
  link.kind = readText(attributes[IFLA_INFO_KIND]);
  // Every kind counts its data for itself.
  if (link.kind != "tun") return;
  const AttributeTable<IFLA_TUN_MAX> data(attributes[IFLA_INFO_DATA]);
  link.tunType = data.get<std::uint8_t>(IFLA_TUN_TYPE).value_or(0);
}

std::optional<Link> readLinkMessage(const NetlinkMessage& message) {
  const auto parts = splitMessage<ifinfomsg>(message.body);
  if (message.type != RTM_NEWLINK || !parts) return std::nullopt;
  const auto& [header, rest] = *parts;
  const AttributeTable<IFLA_MAX> attributes(rest);

  Link link;
  link.index = static_cast<std::uint32_t>(header.ifi_index);
  link.hardwareType = header.ifi_type;
  link.flags = header.ifi_flags;
  link.name = readText(attributes[IFLA_IFNAME]);
  link.alias = readText(attributes[IFLA_IFALIAS]);
  link.parentDevice = readText(attributes[IFLA_PARENT_DEV_NAME]);
  link.mtu = attributes.u32(IFLA_MTU);
  link.minMtu = attributes.u32(IFLA_MIN_MTU);
  link.maxMtu = attributes.u32(IFLA_MAX_MTU);
  link.address = copyOf(attributes[IFLA_ADDRESS]);
  link.permanentAddress = copyOf(attributes[IFLA_PERM_ADDRESS]);
  link.operState = attributes.get<std::uint8_t>(IFLA_OPERSTATE).value_or(0);
  if (const auto carrier = attributes.get<std::uint8_t>(IFLA_CARRIER)) link.carrier = *carrier != 0;
  link.master = attributes.get<std::uint32_t>(IFLA_MASTER);
  // A lower link in another namespace has an index of that namespace.
  if (!attributes.has(IFLA_LINK_NETNSID)) link.lower = attributes.get<std::uint32_t>(IFLA_LINK);
  readLinkInfo(link, attributes[IFLA_LINKINFO]);
  readFamilies(link, attributes[IFLA_AF_SPEC]);
  return link;
}

Result<std::vector<Link>> linksOf(const NetlinkAnswers& answers) {
  std::vector<Link> links;
  links.reserve(answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (auto link = readLinkMessage(answers[i])) links.push_back(std::move(*link));
  }
  assignLinkTypes(links);
  return links;
}

Result<Link> onlyLinkOf(const NetlinkAnswers& answers) {
  auto links = linksOf(answers);
  if (!links) return links.error();
  if (links->size() != 1) return posixError(ENODEV, "RTM_GETLINK");
  return std::move(links->front());
}

RequestBuilder linkRequest(std::uint32_t index) {
  ifinfomsg header{};
  header.ifi_family = AF_UNSPEC;
  header.ifi_index = static_cast<int>(index);
  RequestBuilder request(RTM_GETLINK, header);
  // Counters are no part of a snapshot, and cost as much as all the rest.
  request.add(IFLA_EXT_MASK, std::uint32_t{RTEXT_FILTER_SKIP_STATS});
  return request;
}

}  // namespace

std::optional<std::int32_t> Ipv4Conf::forwarding() const { return at(values, kIpv4Forwarding); }

std::optional<std::int32_t> Ipv6Conf::forwarding() const { return at(values, kIpv6Forwarding); }
std::optional<std::int32_t> Ipv6Conf::hopLimit() const { return at(values, kIpv6HopLimit); }
std::optional<std::int32_t> Ipv6Conf::mtu() const { return at(values, kIpv6Mtu); }
std::optional<std::int32_t> Ipv6Conf::acceptRa() const { return at(values, kIpv6AcceptRa); }
std::optional<std::int32_t> Ipv6Conf::dadTransmits() const { return at(values, kIpv6DadTransmits); }
std::optional<std::int32_t> Ipv6Conf::acceptRaDefrtr() const {
  return at(values, kIpv6AcceptRaDefrtr);
}
std::optional<std::int32_t> Ipv6Conf::disableIpv6() const { return at(values, kIpv6DisableIpv6); }
std::optional<std::int32_t> Ipv6Conf::raDefrtrMetric() const {
  return at(values, kIpv6RaDefrtrMetric);
}
std::optional<std::int32_t> Ipv6Conf::forceForwarding() const {
  return at(values, kIpv6ForceForwarding);
}

bool Ipv6Conf::acceptsRouterAdvertisements() const {
  const std::int32_t accept = acceptRa().value_or(0);
  return forwarding().value_or(0) != 0 ? accept == 2 : accept != 0;
}

bool Link::loopback() const { return (flags & IFF_LOOPBACK) != 0; }

bool Link::has(Family family) const {
  if (family == Family::ipv4) return ipv4.has_value();
  return ipv6 && ipv6->disableIpv6().value_or(0) == 0;
}

LuidByIndex luidsOf(const std::vector<Link>& links) {
  LuidByIndex luids;
  for (const Link& link : links) luids[link.index] = link.luid();
  return luids;
}

Result<std::vector<Link>> readLinks(NetlinkSocket& route) {
  const auto answers = route.dump(linkRequest(0));
  if (!answers) return answers.error();
  return linksOf(answers.value());
}

Result<Link> readLinkByIndex(NetlinkSocket& route, std::uint32_t index) {
  // Index 0 would ask for nothing in particular.
  if (index == 0) return posixError(ENODEV, "RTM_GETLINK");
  const auto answers = route.get(linkRequest(index));
  if (!answers) return answers.error();
  return onlyLinkOf(answers.value());
}

Result<Link> readLinkByName(NetlinkSocket& route, const std::string& name) {
  RequestBuilder request = linkRequest(0);
  // With the zero byte at its end.
  request.add(IFLA_IFNAME, {reinterpret_cast<const std::uint8_t*>(name.c_str()), name.size() + 1});
  const auto answers = route.get(request);
  if (!answers) return answers.error();
  return onlyLinkOf(answers.value());
}

Result<Link> readLink(NetlinkSocket& route, std::uint64_t luid) {
  auto link = readLinkByIndex(route, luidIndex(luid));
  if (link && link->luid() != luid) return posixError(ENODEV, "RTM_GETLINK");
  return link;
}

}  // namespace interface_panel
