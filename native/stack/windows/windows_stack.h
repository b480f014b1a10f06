// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel {

struct IpHelperApi;

/// The reads of the `windows` stack, on the iphlpapi.dll of the system. Nothing that sets is
/// linked.
std::unique_ptr<IpStack> makeWindowsStack();

/// The same on another table of functions, whose setting half may be null.
std::unique_ptr<IpStack> makeWindowsStack(const IpHelperApi& api);

}  // namespace interface_panel
