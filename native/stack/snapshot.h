// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stack/field.h"
#include "stack/operation.h"

namespace interface_panel {

/// An IPv4 or IPv6 address in network byte order; IPv4 uses the first four bytes.
struct IpAddress {
  Family family = Family::ipv4;
  std::array<std::uint8_t, 16> bytes{};
  std::uint32_t scopeId = 0;

  bool operator==(const IpAddress&) const = default;
};

/// An address prefix, as IP_ADDRESS_PREFIX.
struct IpPrefix {
  IpAddress address;
  std::uint8_t prefixLength = 0;

  bool operator==(const IpPrefix&) const = default;
};

/// One MIB_IF_ROW2 without its counters. Linux fills what it has; the rest is zero or empty.
struct Adapter {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;
  /// "{8-4-4-4-12}" in upper case; empty on Linux.
  std::string guid;
  /// UTF-16 as Windows has it, unpaired surrogates included.
  std::u16string alias;
  std::u16string description;
  std::vector<std::uint8_t> physicalAddress;
  std::vector<std::uint8_t> permanentPhysicalAddress;
  /// Link MTU in bytes.
  std::uint32_t mtu = 0;
  /// IANA ifType: 6 Ethernet, 24 loopback, 71 Wi-Fi, 131 tunnel, ...
  std::uint32_t type = 0;
  std::uint32_t tunnelType = 0;
  std::uint32_t physicalMediumType = 0;
  std::uint8_t interfaceAndOperStatusFlags = 0;
  /// IF_OPER_STATUS, NET_IF_ADMIN_STATUS, NET_IF_MEDIA_CONNECT_STATE numbers.
  std::uint32_t operStatus = 0;
  std::uint32_t adminStatus = 0;
  std::uint32_t mediaConnectState = 0;
  /// Bits per second; all ones = unknown.
  std::uint64_t transmitLinkSpeed = 0;
  std::uint64_t receiveLinkSpeed = 0;
  /// Linux IFLA_INFO_KIND ("veth", "tun", "wireguard"); empty elsewhere.
  std::string linkKind;
  /// Linux IFLA_MASTER: the bridge, bond, team or VRF that it is a port of; 0 where there is none.
  std::uint64_t master = 0;
  /// Linux IFLA_TUN_TYPE of kind "tun": 1 tun (IFF_TUN), 2 tap (IFF_TAP); 0 otherwise.
  std::uint32_t tunType = 0;
  /// Windows: ComponentId of its driver as the registry has it ("tap0901", "wintun", "vms_mp"),
  /// where letters' case means nothing; empty where it has none, and elsewhere.
  std::u16string driver;
};

/// A field that cannot be set on this IP interface now although the table says settable.
struct FieldRefusal {
  Field field = Field::DisableDefaultRoutes;
  Refusal reason = Refusal::none;

  bool operator==(const FieldRefusal&) const = default;
};

/// One row of the IP interface table.
struct IpInterface {
  IpInterfaceKey key;
  std::uint32_t index = 0;
  /// By Field number. No value: not available on this stack for this family.
  /// ZoneIndices is kept apart, its slot holds 0 when zoneIndices counts.
  std::array<std::optional<std::int64_t>, kFieldCount> values{};
  std::array<std::uint32_t, 16> zoneIndices{};
  std::vector<FieldRefusal> refusals;
  /// Linux: default routes came back by themselves although DisableDefaultRoutes is on.
  bool defaultRoutesOverridden = false;

  [[nodiscard]] const std::optional<std::int64_t>& value(Field field) const {
    return values[static_cast<std::size_t>(field)];
  }
  std::optional<std::int64_t>& value(Field field) {
    return values[static_cast<std::size_t>(field)];
  }
};

/// One MIB_UNICASTIPADDRESS_ROW. Lifetimes in seconds, 0xFFFFFFFF = infinite.
struct UnicastAddress {
  std::uint64_t luid = 0;
  IpPrefix address;
  std::uint32_t validLifetime = 0xFFFFFFFFU;
  std::uint32_t preferredLifetime = 0xFFFFFFFFU;
  /// IP_DAD_STATE: 0 invalid, 1 tentative, 2 duplicate, 3 deprecated, 4 preferred.
  std::uint32_t dadState = 4;
  bool skipAsSource = false;
};

/// A next hop of a multipath route (Linux).
struct RouteHop {
  std::uint64_t luid = 0;
  IpAddress nextHop;
  std::uint32_t weight = 1;
  std::uint32_t flags = 0;

  bool operator==(const RouteHop&) const = default;
};

/// One MIB_IPFORWARD_ROW2 with what Linux adds. Windows: table 254 (main), type 1 (unicast).
struct Route {
  Family family = Family::ipv4;
  /// 0 where no interface belongs to it (blackhole, multipath).
  std::uint64_t luid = 0;
  IpPrefix destination;
  IpPrefix source;
  IpAddress nextHop;
  std::optional<IpAddress> preferredSource;
  /// Windows: offset added to the interface metric. Linux: the priority.
  std::uint32_t metric = 0;
  /// MIB_IPPROTO_* on Windows, RTPROT_* on Linux.
  std::uint32_t protocol = 0;
  /// NL_ROUTE_ORIGIN: 0 manual, 1 well known, 2 DHCP, 3 router advertisement, 4 6to4.
  std::uint32_t origin = 0;
  std::uint32_t table = 254;
  /// RTN_*: 1 unicast, 2 local, 3 broadcast, 5 multicast, 6 blackhole, 7 unreachable, 8 prohibit, 9
  /// throw.
  std::uint32_t type = 1;
  std::uint32_t scope = 0;
  std::uint32_t tos = 0;
  /// RTNH_F_*: 1 dead, 4 on-link, 16 link down.
  std::uint32_t flags = 0;
  /// Seconds; 0xFFFFFFFF = infinite.
  std::uint32_t validLifetime = 0xFFFFFFFFU;
  /// IPv6 router preference, RFC 4191: 0 medium, 1 high, 3 low.
  std::uint32_t preference = 0;
  std::uint32_t nexthopId = 0;
  std::uint32_t mtu = 0;
  std::vector<RouteHop> hops;
};

/// A policy routing rule (Linux: struct fib_rule_hdr and FRA_*). Windows has none.
struct Rule {
  Family family = Family::ipv4;
  std::uint32_t priority = 0;
  bool invert = false;
  IpPrefix source;
  IpPrefix destination;
  std::string inputInterface;
  std::string outputInterface;
  std::uint32_t tos = 0;
  std::uint32_t mark = 0;
  std::uint32_t markMask = 0;
  /// FR_ACT_*: 1 to table, 2 goto, 3 nop, 6 blackhole, 7 unreachable, 8 prohibit.
  std::uint32_t action = 1;
  std::uint32_t table = 0;
  std::uint32_t gotoPriority = 0;
  /// -1 = not given, as the kernel has it.
  std::int32_t suppressPrefixLength = -1;
  std::int32_t suppressInterfaceGroup = -1;
  std::uint32_t ipProtocol = 0;
  std::optional<std::pair<std::uint16_t, std::uint16_t>> sourcePorts;
  std::optional<std::pair<std::uint16_t, std::uint16_t>> destinationPorts;
  std::optional<std::pair<std::uint32_t, std::uint32_t>> uidRange;
  bool l3mdev = false;
};

/// An IPsec policy for packets that leave (Linux: struct xfrm_userpolicy_info of the main type). Of
/// those that fit a packet the one with the lowest priority decides. Elsewhere there are none.
struct IpsecPolicy {
  Family family = Family::ipv4;
  IpPrefix source;
  IpPrefix destination;
  /// It names a protocol, ports, a link or a user besides: it is for some of these packets alone.
  bool limited = false;
  std::uint32_t priority = 0;
  /// XFRM_POLICY_*: 0 allow, 1 block.
  std::uint32_t action = 0;
  /// XFRMA_IF_ID: for packets through the xfrm interface of this number alone; 0 = none.
  std::uint32_t interfaceId = 0;
  /// For packets whose mark is this, within the mask.
  std::uint32_t mark = 0;
  std::uint32_t markMask = 0;
  /// Some transformation (XFRMA_TMPL) has to be made.
  bool encrypts = false;
  /// One of them puts packets into a tunnel.
  bool tunnel = false;
};

/// A DNS server; luid 0 where the system names no adapter.
struct DnsServer {
  std::uint64_t luid = 0;
  IpAddress address;
};

/// Everything at one moment: taken together, so that keys in one list are found in the others.
struct Snapshot {
  std::vector<Adapter> adapters;
  std::vector<IpInterface> ipInterfaces;
  std::vector<UnicastAddress> unicastAddresses;
  std::vector<Route> routes;
  std::vector<Rule> rules;
  std::vector<DnsServer> dnsServers;
  std::vector<IpsecPolicy> ipsecPolicies;
};

/// What a live lookup answers (GetBestRoute2, RTM_GETROUTE).
struct BestRoute {
  std::uint64_t luid = 0;
  IpPrefix destination;
  IpAddress nextHop;
  IpAddress source;
  std::uint32_t metric = 0;
  std::uint32_t table = 254;
  std::uint32_t type = 1;
};

}  // namespace interface_panel
