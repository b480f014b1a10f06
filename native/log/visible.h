// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace interface_panel {

/// Text with every character that does not show itself (controls, also of direction) as its number:
/// "a\x1b[1m", "\u{202e}".
std::string visible(std::string_view text);

}  // namespace interface_panel
