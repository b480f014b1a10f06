// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interface_panel {

// Enumerations of MIB_IPINTERFACE_ROW (nldef.h).
inline constexpr std::int64_t kRouterDiscoveryDisabled = 0;
inline constexpr std::int64_t kRouterDiscoveryEnabled = 1;
inline constexpr std::int64_t kLinkLocalAlwaysOff = 0;
inline constexpr std::int64_t kLinkLocalAlwaysOn = 2;

// addr_gen_mode (IN6_ADDR_GEN_MODE_*, uapi linux/if_link.h).
inline constexpr std::uint8_t kAddrGenModeEui64 = 0;
inline constexpr std::uint8_t kAddrGenModeNone = 1;
inline constexpr std::uint8_t kAddrGenModeStablePrivacy = 2;

// inet6_dev flags of IFLA_INET6_FLAGS (net/if_inet6.h).
inline constexpr std::uint32_t kIfRaOther = 0x80;
inline constexpr std::uint32_t kIfRaManaged = 0x40;
inline constexpr std::uint32_t kIfRaReceived = 0x20;

// RFC 8200, section 5: the least MTU of a link that carries IPv6.
inline constexpr std::int64_t kIpv6MinimumMtu = 1280;

}  // namespace interface_panel
