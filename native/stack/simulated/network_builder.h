// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "stack/simulated/network.h"

namespace interface_panel::simulated {

/// What tells one adapter from another; everything else follows from it.
struct AdapterKind {
  std::uint16_t type = 6;
  /// NET_LUID index; unique among adapters of one type.
  std::uint32_t luidIndex = 0;
  std::u16string alias;
  std::u16string description;
  /// ComponentId; empty for what Windows makes without a driver of its own.
  std::u16string driver;
  std::uint32_t physicalMediumType = 14;
  std::uint64_t bitsPerSecond = 1'000'000'000;
  std::uint32_t mtu = 1500;
  bool hardware = true;
  bool connected = true;
  bool ipv6Bound = true;
};

constexpr IpAddress ipv4Address(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d) {
  return {Family::ipv4, {a, b, c, d}, 0};
}

/// From the eight groups an IPv6 address is written in.
IpAddress ipv6Address(const std::array<std::uint16_t, 8>& groups);

/// Puts a network together the way Windows does: a row per family, an on-link route per address.
class NetworkBuilder {
 public:
  /// Adds the adapter with its rows; what follows belongs to it. Returns its LUID.
  std::uint64_t addAdapter(const AdapterKind& kind);

  /// Adds an address with the on-link routes that come with it.
  void addAddress(const IpAddress& address, std::uint8_t prefixLength);
  /// Adds the IPv6 link-local address with this interface identifier.
  void addLinkLocalAddress(std::uint16_t identifier);
  /// As addLinkLocalAddress on a link that is down: duplicate detection never ends.
  void addTentativeLinkLocalAddress(std::uint16_t identifier);

  /// A route through `gateway`; an all-zero gateway means on-link. `origin`: NL_ROUTE_ORIGIN.
  void addRoute(const IpAddress& destination, std::uint8_t prefixLength, const IpAddress& gateway,
                std::uint32_t metric, std::uint32_t origin);
  void addDnsServer(const IpAddress& address);

  /// Routers on this link announce these flags, and the IPv6 row has taken them over.
  void addRouterFlags(bool managed, bool other);

  /// The row of the adapter added last. It must have that family.
  IpInterface& row(Family family);

  /// The network so far; the builder is spent.
  SimulatedNetwork finish();

 private:
  void addOnLinkRoutes(const IpAddress& address, std::uint8_t prefixLength);
  [[nodiscard]] std::uint64_t lastLuid() const { return network_.present.adapters.back().luid; }

  SimulatedNetwork network_;
};

}  // namespace interface_panel::simulated
