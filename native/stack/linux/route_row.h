// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "stack/linux/route_message.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// LUIDs of the links a snapshot knows.
using LuidByIndex = std::unordered_map<std::uint32_t, std::uint64_t>;

/// The route of a snapshot; none when it leads to a link that `luids` does not know.
std::optional<Route> makeRoute(const RouteMessage& message, const LuidByIndex& luids);

}  // namespace interface_panel
