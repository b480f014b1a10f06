// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace interface_panel::simulated {

/// Exit codes of simulated-control.
enum ControlExit : int { kDone = 0, kFailed = 1, kUsage = 2 };

/// Carries out one command on the simulated network in `file`. `arguments` are what follows the
/// file on the command line; what they may be is printed as usage when they are not. Answers go to
/// `out`, errors to `err`.
int runControl(const std::filesystem::path& file, const std::vector<std::string>& arguments,
               std::ostream& out, std::ostream& err);

/// How to call simulated-control.
void printUsage(std::ostream& err);

}  // namespace interface_panel::simulated
