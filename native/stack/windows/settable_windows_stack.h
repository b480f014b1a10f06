// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel {

struct IpHelperApi;

/// The whole `windows` stack, on the iphlpapi.dll of the system. Setting takes an elevated process.
std::unique_ptr<SettableIpStack> makeSettableWindowsStack();

/// The same on another table of functions, all of which are there.
std::unique_ptr<SettableIpStack> makeSettableWindowsStack(const IpHelperApi& api);

}  // namespace interface_panel
