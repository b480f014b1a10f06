// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace interface_panel {

/// Address families with the numbers Windows gives them (ws2def.h), used on every platform.
enum class Family : std::uint16_t { ipv4 = 2, ipv6 = 23 };

/// Key of a row of the IP interface table. The index and the name are never keys: both are reused.
struct IpInterfaceKey {
  /// NET_LUID: interface type in bits 48-63, index in bits 24-47. Linux uses the same shape, with
  /// ifindex.
  std::uint64_t luid = 0;
  Family family = Family::ipv4;

  auto operator<=>(const IpInterfaceKey&) const = default;
};

/// Builds a NET_LUID from an IANA interface type and an index. Source: NET_LUID_LH (ifdef.h).
constexpr std::uint64_t makeLuid(std::uint16_t type, std::uint32_t index) {
  return (static_cast<std::uint64_t>(type) << 48) |
         ((static_cast<std::uint64_t>(index) & 0xFFFFFFU) << 24);
}

/// The index part of a NET_LUID.
constexpr std::uint32_t luidIndex(std::uint64_t luid) {
  return static_cast<std::uint32_t>((luid >> 24) & 0xFFFFFFU);
}

}  // namespace interface_panel
