// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "keeper/windows/keeper_process.h"

namespace interface_panel {

/// Keeps as the service that the service manager has started this process for. None: it has not.
std::optional<KeeperExit> keepAsService();

}  // namespace interface_panel
