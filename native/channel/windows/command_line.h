// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace interface_panel {

/// UTF-16 of UTF-8.
std::wstring wideText(const std::string& utf8);

/// One command line of these arguments (UTF-8) that CommandLineToArgvW takes apart again as they
/// are.
std::wstring joinArguments(const std::vector<std::string>& arguments);

}  // namespace interface_panel
