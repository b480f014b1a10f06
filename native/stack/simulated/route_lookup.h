// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel::simulated {

/// The route to `destination` as GetBestRoute2 finds it: longest prefix, then route metric plus
/// interface metric, then the lower interface index. Default routes of interfaces with
/// DisableDefaultRoutes are passed over. With `source`, only the interface that owns it counts
/// (strong host), unless WeakHostSend or ForwardingEnabled is on there. Errors: 87 (family), 50 (no
/// interface has that family), 1168 (nobody owns `source`), 1231 (no route).
Result<BestRoute> lookUpRoute(const Snapshot& tables, const IpAddress& destination,
                              const std::optional<IpAddress>& source);

}  // namespace interface_panel::simulated
