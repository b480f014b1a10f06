// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel {

/// The reads of the simulated stack, a Windows-like computer held in the file at `path`, which is
/// made with the demo network when it is missing. Errors carry Win32 codes; those about the file
/// itself are listed at simulated::NetworkFile. Nothing that sets is linked.
std::unique_ptr<IpStack> makeSimulatedStack(const std::filesystem::path& path);

}  // namespace interface_panel
