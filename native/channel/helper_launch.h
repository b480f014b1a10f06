// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "channel/channel.h"
#include "encoding/sha256.h"
#include "stack/result.h"

namespace interface_panel {

/// Whether the platform asks the user before the helper starts.
enum class Consent {
  /// Started as it is: already privileged, or simulated.
  none,
  /// pkexec on Linux, UAC's "runas" on Windows.
  prompt,
};

struct HelperCommand {
  /// Absolute, UTF-8.
  std::string helperPath;
  Sha256Digest planHash{};
  /// For the simulated helper alone; empty otherwise.
  std::string stateFile = {};
  Consent consent = Consent::none;
  /// The window the prompt belongs to (HWND on Windows); 0 for none.
  std::uintptr_t ownerWindow = 0;
};

/// How a helper ended, or why it never began.
struct HelperExit {
  /// Its exit code (docs/helper-protocol.md). With pkexec also 126 (dismissed) and 127 (not
  /// authorised, no agent). Without meaning when `signal` or `launchError` says more.
  int code = 0;
  /// The signal that killed it; 0 for none.
  int signal = 0;
  /// Windows: the Win32 code of a launch that failed (1223: the consent was declined); 0 for none.
  int launchError = 0;
  /// The beginning of what it wrote to its error output.
  std::string errorOutput;
};

/// One started helper. Destroying it closes the channel, so that a helper at work takes everything
/// back; it never blocks, and the process is reaped in the background.
class HelperLaunch {
 public:
  HelperLaunch() = default;
  HelperLaunch(const HelperLaunch&) = delete;
  HelperLaunch& operator=(const HelperLaunch&) = delete;
  virtual ~HelperLaunch() = default;

  /// Starts a helper; returns while the consent is still being asked for. Frames may be sent at
  /// once. Errors: the platform's, when nothing was started.
  static Result<std::unique_ptr<HelperLaunch>> start(const HelperCommand& command);

  virtual Channel& channel() = 0;

  /// Blocks until the helper has ended. Any thread may wait.
  virtual HelperExit waitForExit() = 0;

  /// Ends the helper by force if this process may; false if it may not or it has ended. A helper at
  /// work cannot take anything back then, so this is for one that waits for consent or hangs.
  virtual bool kill() = 0;
};

}  // namespace interface_panel
