// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace interface_panel {

/// The arguments after the program's name as UTF-8. One that is not valid UTF-16 becomes empty,
/// which no argument of the helper may be.
std::vector<std::string> utf8Arguments(int count, const wchar_t* const* values);

}  // namespace interface_panel
