// SPDX-License-Identifier: MIT
#include "stack/simulated/network_builder.h"

#include <cstdio>
#include <utility>

#include "stack/simulated/default_ip_interface.h"

namespace interface_panel::simulated {
namespace {

constexpr std::uint32_t kUp = 1;
constexpr std::uint32_t kDown = 2;
constexpr std::uint32_t kConnected = 1;
constexpr std::uint32_t kDisconnected = 2;
/// MIB_IF_ROW2 flags: HardwareInterface and ConnectorPresent; NotMediaConnected.
constexpr std::uint8_t kHardwareFlags = 0x05;
constexpr std::uint8_t kNotMediaConnected = 0x10;
/// Windows gives on-link routes this offset.
constexpr std::uint32_t kOnLinkMetric = 256;
/// MIB_IPPROTO_LOCAL and MIB_IPPROTO_NETMGMT.
constexpr std::uint32_t kLocalProtocol = 2;
constexpr std::uint32_t kManagedProtocol = 3;
constexpr std::uint32_t kWellKnownOrigin = 1;
constexpr std::uint32_t kTentative = 1;
/// NL_ROUTE_ORIGIN of router advertisements, and what a router announces by default (RFC 4861).
constexpr std::uint32_t kRouterAdvertisementOrigin = 3;
constexpr std::uint32_t kRouterLifetime = 1800;

std::string guidOf(std::uint64_t luid) {
  std::array<char, 39> text{};
  std::snprintf(text.data(), text.size(), "{%08X-5A17-4E70-9C0D-%012llX}",
                static_cast<unsigned>((luid >> 24) & 0xFFFFFFFFU),
                static_cast<unsigned long long>(luid >> 16));
  return text.data();
}

/// Locally administered, made of the index in the LUID.
std::vector<std::uint8_t> physicalAddressOf(std::uint64_t luid) {
  const std::uint32_t index = luidIndex(luid);
  return {0x02,
          0x00,
          0x5E,
          static_cast<std::uint8_t>(index >> 16),
          static_cast<std::uint8_t>(index >> 8),
          static_cast<std::uint8_t>(index)};
}

bool hasPhysicalAddress(std::uint16_t type) { return type == 6 || type == 71 || type == 243; }

Adapter adapterOf(const AdapterKind& kind, std::uint32_t index) {
  Adapter adapter;
  adapter.luid = makeLuid(kind.type, kind.luidIndex);
  adapter.index = index;
  adapter.guid = guidOf(adapter.luid);
  adapter.alias = kind.alias;
  adapter.description = kind.description;
  adapter.driver = kind.driver;
  if (hasPhysicalAddress(kind.type)) {
    adapter.physicalAddress = physicalAddressOf(adapter.luid);
    adapter.permanentPhysicalAddress = adapter.physicalAddress;
  }
  adapter.mtu = kind.mtu;
  adapter.type = kind.type;
  adapter.physicalMediumType = kind.physicalMediumType;
  adapter.interfaceAndOperStatusFlags = static_cast<std::uint8_t>(
      (kind.hardware ? kHardwareFlags : 0) | (kind.connected ? 0 : kNotMediaConnected));
  adapter.operStatus = kind.connected ? kUp : kDown;
  adapter.adminStatus = kUp;
  adapter.mediaConnectState = kind.connected ? kConnected : kDisconnected;
  adapter.transmitLinkSpeed = kind.bitsPerSecond;
  adapter.receiveLinkSpeed = kind.bitsPerSecond;
  return adapter;
}

std::uint8_t bitsOf(Family family) { return family == Family::ipv4 ? 32 : 128; }

/// The address with everything behind the prefix set to `fill`'s bits.
IpAddress withHostBits(IpAddress address, std::uint8_t prefixLength, bool fill) {
  for (std::size_t bit = prefixLength; bit < bitsOf(address.family); ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> (bit % 8));
    std::uint8_t& byte = address.bytes[bit / 8];
    byte = static_cast<std::uint8_t>(fill ? byte | mask : byte & ~mask);
  }
  return address;
}

IpAddress unspecified(Family family) { return {family, {}, 0}; }

}  // namespace

IpAddress ipv6Address(const std::array<std::uint16_t, 8>& groups) {
  IpAddress address = unspecified(Family::ipv6);
  for (std::size_t group = 0; group < groups.size(); ++group) {
    address.bytes[2 * group] = static_cast<std::uint8_t>(groups[group] >> 8);
    address.bytes[2 * group + 1] = static_cast<std::uint8_t>(groups[group]);
  }
  return address;
}

std::uint64_t NetworkBuilder::addAdapter(const AdapterKind& kind) {
  Snapshot& tables = network_.present;
  const auto index = static_cast<std::uint32_t>(tables.adapters.size() + 1);
  const Adapter& adapter = tables.adapters.emplace_back(adapterOf(kind, index));
  tables.ipInterfaces.push_back(defaultIpInterface(adapter, Family::ipv4));
  if (kind.ipv6Bound) tables.ipInterfaces.push_back(defaultIpInterface(adapter, Family::ipv6));
  network_.size = static_cast<std::uint32_t>(tables.ipInterfaces.size());
  return adapter.luid;
}

void NetworkBuilder::addAddress(const IpAddress& address, std::uint8_t prefixLength) {
  UnicastAddress row;
  row.luid = lastLuid();
  row.address = {address, prefixLength};
  network_.present.unicastAddresses.push_back(row);
  addOnLinkRoutes(address, prefixLength);
}

void NetworkBuilder::addOnLinkRoutes(const IpAddress& address, std::uint8_t prefixLength) {
  const IpAddress onLink = unspecified(address.family);
  const std::uint8_t bits = bitsOf(address.family);
  const auto add = [&](const IpAddress& destination, std::uint8_t length) {
    addRoute(destination, length, onLink, kOnLinkMetric, kWellKnownOrigin);
    network_.present.routes.back().protocol = kLocalProtocol;
  };
  if (prefixLength < bits) add(withHostBits(address, prefixLength, false), prefixLength);
  add(address, bits);
  if (address.family == Family::ipv4 && prefixLength < bits) {
    add(withHostBits(address, prefixLength, true), bits);
  }
}

void NetworkBuilder::addLinkLocalAddress(std::uint16_t identifier) {
  IpAddress address = ipv6Address({0xFE80, 0, 0, 0, 0x5EFF, 0xFE00, 0x5300, identifier});
  address.scopeId = network_.present.adapters.back().index;
  addAddress(address, 64);
}

void NetworkBuilder::addTentativeLinkLocalAddress(std::uint16_t identifier) {
  UnicastAddress row;
  row.luid = lastLuid();
  row.address = {ipv6Address({0xFE80, 0, 0, 0, 0x5EFF, 0xFE00, 0x5300, identifier}), 64};
  row.address.address.scopeId = network_.present.adapters.back().index;
  row.dadState = kTentative;
  network_.present.unicastAddresses.push_back(row);
}

void NetworkBuilder::addRoute(const IpAddress& destination, std::uint8_t prefixLength,
                              const IpAddress& gateway, std::uint32_t metric,
                              std::uint32_t origin) {
  Route route;
  route.family = destination.family;
  route.luid = lastLuid();
  route.destination = {destination, prefixLength};
  route.destination.address.scopeId = 0;
  route.source.address.family = destination.family;
  route.nextHop = gateway;
  route.metric = metric;
  route.protocol = kManagedProtocol;
  route.origin = origin;
  if (origin == kRouterAdvertisementOrigin) route.validLifetime = kRouterLifetime;
  network_.present.routes.push_back(std::move(route));
}

void NetworkBuilder::addDnsServer(const IpAddress& address) {
  network_.present.dnsServers.push_back({lastLuid(), address});
}

void NetworkBuilder::addRouterFlags(bool managed, bool other) {
  network_.routers.push_back({lastLuid(), managed, other});
  row(Family::ipv6).value(Field::ManagedAddressConfigurationSupported) = managed ? 1 : 0;
  row(Family::ipv6).value(Field::OtherStatefulConfigurationSupported) = other ? 1 : 0;
}

IpInterface& NetworkBuilder::row(Family family) {
  return *findIpInterface(network_.present, {lastLuid(), family});
}

SimulatedNetwork NetworkBuilder::finish() { return std::move(network_); }

}  // namespace interface_panel::simulated
