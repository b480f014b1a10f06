// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "transaction/exit_code.h"

namespace interface_panel {

/// Takes the lock of whoever changes IP interfaces of this computer and keeps it until the process
/// ends. A keeper, which has it for moments, is waited for. None when it was taken, `busy` or
/// `internalFailure` when not.
std::optional<ExitCode> lockElevatedHelpers();

/// The same for the helpers of one simulated network, told apart by the name of its file.
std::optional<ExitCode> lockSimulatedHelpers(const std::string& stateFile);

}  // namespace interface_panel
