// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include <optional>
#include <string>

#include "channel/windows/handle.h"

namespace interface_panel {

/// A program that reads and writes pipes of ours.
struct AppProcess {
  Handle process;
  /// Our ends.
  Handle input;
  Handle output;
  Handle errorOutput;
};

/// Starts a program with anonymous pipes for its standard handles; it inherits nothing else. None
/// when a pipe cannot be made or the program not be started: GetLastError says why.
std::optional<AppProcess> startApp(const std::wstring& program, std::wstring commandLine);

}  // namespace interface_panel
