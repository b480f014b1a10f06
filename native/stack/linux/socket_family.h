// SPDX-License-Identifier: MIT
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <optional>

#include "stack/linux/netlink_attributes.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// The kernel's AF_* number; Family carries the numbers of Windows.
constexpr std::uint8_t socketFamily(Family family) {
  return family == Family::ipv4 ? AF_INET : AF_INET6;
}

/// Family of an AF_* number; none for what is neither IPv4 nor IPv6.
constexpr std::optional<Family> familyOfSocket(unsigned number) {
  if (number == AF_INET) return Family::ipv4;
  if (number == AF_INET6) return Family::ipv6;
  return std::nullopt;
}

constexpr std::size_t addressBytes(Family family) { return family == Family::ipv4 ? 4 : 16; }
constexpr std::uint8_t addressBits(Family family) { return family == Family::ipv4 ? 32 : 128; }

/// The address in an attribute; all zero when the attribute is missing or too short.
IpAddress readAddress(Family family, Bytes bytes);

/// The bytes of an address as an attribute carries them.
Bytes addressPayload(const IpAddress& address);

}  // namespace interface_panel
