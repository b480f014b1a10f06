// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Who made an address (IFAPROT_*, uapi linux/if_addr.h, Linux 5.18).
inline constexpr std::uint8_t kMadeOfAdvertisement = 2;
inline constexpr std::uint8_t kMadeAsLinkLocal = 3;

/// One address of a link as the kernel has it.
struct LinkAddress {
  std::uint32_t index = 0;
  IpPrefix prefix;
  /// IFA_F_*.
  std::uint32_t flags = 0;
  std::uint32_t validLifetime = 0xFFFFFFFFU;
  std::uint32_t preferredLifetime = 0xFFFFFFFFU;
  /// IFA_PROTO: who made it; 0 where nobody said, and before Linux 5.18.
  std::uint8_t protocol = 0;

  /// IP_DAD_STATE.
  [[nodiscard]] std::uint32_t dadState() const;
};

/// Every unicast address, or those of one family on the link with `index`.
Result<std::vector<LinkAddress>> readAddresses(NetlinkSocket& route);
Result<std::vector<LinkAddress>> readAddresses(NetlinkSocket& route, Family family,
                                               std::uint32_t index);

/// Whether this kernel says who made its addresses; its own ::1 has a maker, too.
Result<bool> tellsMakers(NetlinkSocket& route);

}  // namespace interface_panel
