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

}  // namespace interface_panel
