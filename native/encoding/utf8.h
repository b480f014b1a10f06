// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace interface_panel {

/// UTF-16 of bytes that should be UTF-8. Each byte that belongs to no well-formed sequence becomes
/// U+FFFD, so that the name of a link, which may hold any byte, never fails a snapshot.
std::u16string utf16FromUtf8(std::string_view bytes);

/// UTF-8 of UTF-16; none if a surrogate stands alone.
std::optional<std::string> utf8FromUtf16(std::u16string_view units);

/// Whether bytes are well-formed UTF-8 (RFC 3629) without a NUL.
bool isUtf8Text(std::string_view bytes);

}  // namespace interface_panel
