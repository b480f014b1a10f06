// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace interface_panel {

/// UTF-16 of bytes that should be UTF-8. Each byte that belongs to no well-formed sequence becomes
/// U+FFFD, so that the name of a link, which may hold any byte, never fails a snapshot.
std::u16string utf16FromUtf8(std::string_view bytes);

}  // namespace interface_panel
