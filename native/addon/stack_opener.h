// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "stack/ip_stack.h"

namespace interface_panel {

/// Whether this build has the stack called `name`: "linux" or "windows", whichever this is, and
/// "simulated".
bool hasStack(std::string_view name);

/// Opens one that it has; `stateFile` is the file of the simulated network, made when missing.
/// Only the reading halves: nothing here can change a stack.
std::unique_ptr<IpStack> openStack(std::string_view name, const std::filesystem::path& stateFile);

}  // namespace interface_panel
