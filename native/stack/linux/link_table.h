// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "stack/ip_interface_key.h"
#include "stack/linux/netlink_socket.h"
#include "stack/result.h"

namespace interface_panel {

/// Per-link values that the kernel also shows below /proc/sys/net/ipv4/conf, by IPV4_DEVCONF_*.
struct Ipv4Conf {
  std::vector<std::int32_t> values;

  [[nodiscard]] std::optional<std::int32_t> forwarding() const;
};

/// Per-link values that the kernel also shows below /proc/sys/net/ipv6/conf, by DEVCONF_*. An older
/// kernel sends a shorter list; what it does not know has no value.
struct Ipv6Conf {
  std::vector<std::int32_t> values;
  /// IFLA_INET6_FLAGS: IF_RA_MANAGED, IF_RA_OTHERCONF, IF_RA_RCVD and others.
  std::uint32_t flags = 0;
  std::optional<std::uint8_t> addrGenMode;

  [[nodiscard]] std::optional<std::int32_t> forwarding() const;
  [[nodiscard]] std::optional<std::int32_t> hopLimit() const;
  [[nodiscard]] std::optional<std::int32_t> mtu() const;
  [[nodiscard]] std::optional<std::int32_t> acceptRa() const;
  [[nodiscard]] std::optional<std::int32_t> dadTransmits() const;
  [[nodiscard]] std::optional<std::int32_t> acceptRaDefrtr() const;
  [[nodiscard]] std::optional<std::int32_t> disableIpv6() const;
  [[nodiscard]] std::optional<std::int32_t> raDefrtrMetric() const;
  /// None before Linux 6.17.
  [[nodiscard]] std::optional<std::int32_t> forceForwarding() const;

  /// Whether router advertisements are heeded: accept_ra 1 counts only on a host, 2 always.
  [[nodiscard]] bool acceptsRouterAdvertisements() const;
};

/// One link as RTM_GETLINK tells it.
struct Link {
  std::uint32_t index = 0;
  std::string name;
  std::string alias;
  /// IFLA_INFO_KIND: "veth", "tun"; empty for a physical link.
  std::string kind;
  /// The bus device behind it ("0000:00:03.0"); empty for a virtual link.
  std::string parentDevice;
  std::uint16_t hardwareType = 0;
  /// IFF_*.
  std::uint32_t flags = 0;
  std::uint32_t mtu = 0;
  /// What the driver takes; 0 = it names no bound.
  std::uint32_t minMtu = 0;
  std::uint32_t maxMtu = 0;
  std::vector<std::uint8_t> address;
  std::vector<std::uint8_t> permanentAddress;
  std::uint8_t operState = 0;
  std::optional<bool> carrier;
  /// The link below this one in the same namespace (VLAN, macvlan).
  std::optional<std::uint32_t> lower;
  std::optional<std::uint32_t> master;
  /// IFLA_TUN_TYPE of kind "tun": IFF_TUN or IFF_TAP.
  std::uint8_t tunType = 0;
  std::optional<Ipv4Conf> ipv4;
  std::optional<Ipv6Conf> ipv6;
  /// IANA ifType.
  std::uint16_t type = 0;

  [[nodiscard]] std::uint64_t luid() const { return makeLuid(type, index); }
  [[nodiscard]] bool loopback() const;
  /// Whether Linux has an IP interface of this family here: IPv6 that is switched off has none.
  [[nodiscard]] bool has(Family family) const;
};

/// LUIDs of links by their index.
using LuidByIndex = std::unordered_map<std::uint32_t, std::uint64_t>;

LuidByIndex luidsOf(const std::vector<Link>& links);

/// All links, in the kernel's order.
Result<std::vector<Link>> readLinks(NetlinkSocket& route);

/// The link with this LUID. Errors: ENODEV when there is none, or none of that type any more.
Result<Link> readLink(NetlinkSocket& route, std::uint64_t luid);

/// The link with this index now. Errors: ENODEV.
Result<Link> readLinkByIndex(NetlinkSocket& route, std::uint32_t index);

/// The link with this name now. Errors: ENODEV.
Result<Link> readLinkByName(NetlinkSocket& route, const std::string& name);

}  // namespace interface_panel
