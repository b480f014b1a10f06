// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include <functional>

#include "log/log.h"

namespace interface_panel {

/// How the keeper ends; the numbers are its exit codes, and those of its service.
enum class KeeperExit : DWORD {
  toldToStop = 0,
  failed = 1,
  argumentsRefused = 2,
  notPrivileged = 3,
  /// Another keeper is at work here.
  second = 4,
};

/// Hardens this process and gives up its privileges for good, then keeps what lasts until `stop` is
/// signalled. Calls `listening` once it hears.
KeeperExit keep(Log& log, HANDLE stop, const std::function<void()>& listening);

}  // namespace interface_panel
