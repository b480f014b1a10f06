// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "channel/helper_arguments.h"
#include "channel/windows/handle.h"

namespace interface_panel {

/// The helper's end of a launch's pipe, in message mode and overlapped; null unless its server is
/// the process `app`. The server may identify this process but not act as it.
Handle openPipe(const LaunchNonce& nonce, std::uint32_t app);

}  // namespace interface_panel
