// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stack/linux/link_table.h"
#include "stack/linux/route_message.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// The route of a snapshot; none when it leads to a link that `luids` does not know.
std::optional<Route> makeRoute(const RouteMessage& message, const LuidByIndex& luids);

}  // namespace interface_panel
