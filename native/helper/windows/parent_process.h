// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interface_panel {

/// Whether the process with this id is the one that started us: named as our parent, which UAC sets
/// to the process that asked, older than us, and of our session. A check of consistency; a number
/// alone proves nothing, because whoever starts the helper chooses it.
bool isOurParent(std::uint32_t process);

}  // namespace interface_panel
