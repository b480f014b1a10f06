// SPDX-License-Identifier: MIT
#pragma once

#include "log/log.h"

namespace interface_panel {

/// How the keeper ends; the numbers are its exit codes.
enum class KeeperExit : int {
  toldToStop = 0,
  failed = 1,
  argumentsRefused = 2,
  notPrivileged = 3,
  /// Another keeper is at work here.
  second = 4,
  /// The folder of the settings is another one now: whoever started the keeper starts it anew
  /// (EX_TEMPFAIL of sysexits.h).
  otherFolder = 75,
};

/// Keeps what lasts until it is told to stop.
KeeperExit keep(Log& log);

}  // namespace interface_panel
