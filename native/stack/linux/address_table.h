// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "stack/linux/netlink_socket.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// One address of a link as the kernel has it.
struct LinkAddress {
  std::uint32_t index = 0;
  IpPrefix prefix;
  /// IFA_F_*.
  std::uint32_t flags = 0;
  std::uint32_t validLifetime = 0xFFFFFFFFU;
  std::uint32_t preferredLifetime = 0xFFFFFFFFU;

  /// IP_DAD_STATE.
  [[nodiscard]] std::uint32_t dadState() const;
};

/// Every unicast address, or those of one family on the link with `index`.
Result<std::vector<LinkAddress>> readAddresses(NetlinkSocket& route);
Result<std::vector<LinkAddress>> readAddresses(NetlinkSocket& route, Family family,
                                               std::uint32_t index);

}  // namespace interface_panel
