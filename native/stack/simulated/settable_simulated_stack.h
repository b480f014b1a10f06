// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "stack/ip_stack.h"
#include "stack/simulated/network_store.h"

namespace interface_panel {

/// The whole simulated stack on the file at `path`; see makeSimulatedStack. It changes rows by the
/// documented procedure for SetIpInterfaceEntry, against a kernel that keeps the documented rules.
std::unique_ptr<SettableIpStack> makeSettableSimulatedStack(const std::filesystem::path& path);

/// The same on a network that is kept elsewhere.
std::unique_ptr<SettableIpStack> makeSettableSimulatedStack(
    std::unique_ptr<simulated::NetworkStore> store);

}  // namespace interface_panel
