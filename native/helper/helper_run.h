// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "transaction/exit_code.h"

namespace interface_panel {

/// The helper from its command line (without the program's name) to its exit code.
ExitCode runHelper(const std::vector<std::string>& commandLine);

}  // namespace interface_panel
