// SPDX-License-Identifier: MIT
#include "helper/helper_kind.h"

#ifdef _WIN32
#include "stack/windows/settable_windows_stack.h"
#else
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

}  // namespace interface_panel
