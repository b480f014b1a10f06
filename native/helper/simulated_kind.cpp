// SPDX-License-Identifier: MIT
#include <filesystem>

#include "helper/helper_kind.h"
#include "lasting/simulated/simulated_place.h"
#include "stack/simulated/settable_simulated_stack.h"

namespace interface_panel {

HelperKind helperKind() { return {.takesStateFile = true, .needsPrivilege = false}; }

namespace {

std::filesystem::path pathOf(const std::string& utf8) {
  return std::u8string(utf8.begin(), utf8.end());
}

}  // namespace

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments& arguments) {
  return makeSettableSimulatedStack(pathOf(arguments.stateFile));
}

std::unique_ptr<SettableLastingPlace> openHelperLastingPlace(const HelperArguments& arguments) {
  return simulated::openLastingPlace(pathOf(arguments.stateFile));
}

}  // namespace interface_panel
