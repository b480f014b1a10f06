// SPDX-License-Identifier: MIT
#include "helper/helper_kind.h"

#ifdef _WIN32
#include "lasting/windows/settable_lasting_key.h"
#include "stack/windows/settable_windows_stack.h"
#else
#include "lasting/linux/settable_lasting_folder.h"
#include "stack/linux/settable_linux_stack.h"
#endif

namespace interface_panel {

HelperKind helperKind() { return {.takesStateFile = false, .needsPrivilege = true}; }

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments&) {
#ifdef _WIN32
  return makeSettableWindowsStack();
#else
  return makeSettableLinuxStack();
#endif
}

std::unique_ptr<SettableLastingPlace> openHelperLastingPlace(const HelperArguments&) {
  return openSettableLastingPlace();
}

}  // namespace interface_panel
