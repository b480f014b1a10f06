// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel {

/// The whole simulated stack on the file at `path`; see makeSimulatedStack. It changes rows by the
/// documented procedure for SetIpInterfaceEntry, against a kernel that keeps the documented rules.
std::unique_ptr<SettableIpStack> makeSettableSimulatedStack(const std::filesystem::path& path);

}  // namespace interface_panel
