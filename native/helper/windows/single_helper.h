// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace interface_panel {

/// Takes the lock of the elevated helpers of this computer and keeps it until the process ends. It
/// lies in a private namespace that administrators alone can make, so nobody else can hold it.
bool lockElevatedHelpers();

/// Takes the lock of the helpers of one simulated network, told apart by the name of its file.
bool lockSimulatedHelpers(const std::string& stateFile);

}  // namespace interface_panel
