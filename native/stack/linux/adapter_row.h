// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "stack/linux/link_table.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// The adapter of a link; `speed` in bits per second where the driver tells one. A master that
/// `luids` does not know has gone meanwhile.
Adapter makeAdapter(const Link& link, const LuidByIndex& luids, std::optional<std::uint64_t> speed);

/// UTF-8 as UTF-16. Linux allows any bytes in a link's name: each that is no UTF-8 becomes U+FFFD.
std::u16string utf16FromUtf8(const std::string& text);

}  // namespace interface_panel
