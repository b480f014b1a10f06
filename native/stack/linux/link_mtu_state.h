// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stack/linux/field_change.h"
#include "stack/linux/route_record.h"

namespace interface_panel {

/// Everything that setting the link's MTU may alter.
struct LinkMtuState {
  std::int64_t linkMtu = 0;
  /// None where the link has no IPv6.
  std::optional<std::int64_t> ipv6Mtu;
  /// IPv6 routes with an mtu metric that is not locked.
  std::vector<MtuRoute> routes;
  /// One of the program-made routes shares its group, so that it could not be replaced alone.
  bool entangled = false;
};

/// The state now. Errors: those of the netlink dumps.
Result<LinkMtuState> readLinkMtuState(ChangeTarget& target);

void writeState(FootprintWriter& writer, const LinkMtuState& state);

/// Decodes strictly: bounds, and IPv6 routes of this link alone, each once.
std::optional<LinkMtuState> decodeLinkMtuState(Bytes body, const IpInterfaceKey& key);

/// What the kernel makes of the state when the link's MTU becomes `mtu` (rt6_mtu_change): a route
/// at or above the new MTU, or at the old IPv6 MTU, follows.
LinkMtuState predictLinkMtu(LinkMtuState state, std::int64_t mtu);

/// The one mtu metric of all kernel-made routes; none when there are none, or several values.
std::optional<std::uint32_t> commonLearntMtu(const LinkMtuState& state);

}  // namespace interface_panel
