// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "channel/helper_arguments.h"
#include "lasting/lasting_place.h"
#include "stack/ip_stack.h"

namespace interface_panel {

/// What tells the two helpers apart. One of platform_kind.cpp and simulated_kind.cpp is linked, so
/// that the elevated helper contains no simulation.
struct HelperKind {
  /// Whether the command line names a state file.
  bool takesStateFile = false;
  /// Whether it must be privileged, and must give up and be denied what it does not need.
  bool needsPrivilege = true;
};

/// The kind of this executable.
HelperKind helperKind();

/// The stack that this executable may change; null when it cannot be opened.
std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments& arguments);

/// Where this executable may write what is to last.
std::unique_ptr<SettableLastingPlace> openHelperLastingPlace(const HelperArguments& arguments);

}  // namespace interface_panel
