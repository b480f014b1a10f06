// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "stack/ip_stack.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// Subscribes to changes of IP interfaces, routes and unicast addresses of both families.
/// iphlpapi does not notify of a change of NlMtu, nor of adapters without an IP interface.
Result<std::unique_ptr<Watch>> watchChanges(const IpHelperApi& api, std::function<void()> changed);

}  // namespace interface_panel
