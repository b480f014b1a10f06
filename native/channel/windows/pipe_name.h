// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "channel/helper_arguments.h"

namespace interface_panel {

/// The name of a launch's pipe. Built from the nonce and nothing else, so that no argument can lead
/// the helper to a pipe of another computer.
std::wstring pipeName(const LaunchNonce& nonce);

/// What both ends ask for and the pipe's DACL grants: reading and writing, without the right to
/// make further instances that GENERIC_WRITE would contain.
inline constexpr unsigned long kPipeAccess = 0x12019B;

}  // namespace interface_panel
