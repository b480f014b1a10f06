// SPDX-License-Identifier: MIT
// The elevated helper on the strict test table in place of iphlpapi.dll, and on a registry of the
// tests: for a whole conversation where the real calls do not exist, or must not be made.
#include "helper/helper_kind.h"
#include "lasting/windows/lasting_key_maker.h"
#include "lasting/windows/settable_lasting_key.h"
#include "stack/windows/settable_windows_stack.h"
#include "windows_test_registry.h"
#include "windows_test_table.h"

namespace interface_panel {

HelperKind helperKind() { return {.takesStateFile = false, .needsPrivilege = true}; }

std::unique_ptr<SettableIpStack> makeHelperStack(const HelperArguments&) {
  static test::WindowsTestTable table;
  return makeSettableWindowsStack(table.api());
}

std::unique_ptr<SettableLastingPlace> openHelperLastingPlace(const HelperArguments&) {
  test::enterTestRegistry();
  // As the keeper has made it.
  (void)makeLastingKey().ok();
  return openSettableLastingPlace();
}

}  // namespace interface_panel
