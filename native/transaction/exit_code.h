// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interface_panel {

/// How a helper ends (docs/helper-protocol.md, "Exit codes"). 126 and 127 are pkexec's own.
enum class ExitCode : std::uint8_t {
  success = 0,
  argumentsRefused = 2,
  notPrivileged = 3,
  busy = 4,
  peerRefused = 5,
  protocolBroken = 6,
  otherBuild = 7,
  refused = 8,
  nothingChanged = 9,
  rolledBack = 10,
  incomplete = 11,
  hung = 12,
  internalFailure = 13,
};

}  // namespace interface_panel
