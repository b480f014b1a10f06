// SPDX-License-Identifier: MIT
#include <filesystem>

#include "helper/helper_kind.h"
#include "stack/simulated/settable_simulated_stack.h"

namespace interface_panel {

HelperKind helperKind() { return {.takesStateFile = true, .needsPrivilege = false}; }

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments& arguments) {
  const std::string& utf8 = arguments.stateFile;
  return makeSettableSimulatedStack(std::filesystem::path(std::u8string(utf8.begin(), utf8.end())));
}

}  // namespace interface_panel
