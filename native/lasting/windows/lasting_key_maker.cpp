// SPDX-License-Identifier: MIT
#include "lasting/windows/lasting_key_maker.h"

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include "lasting/windows/lasting_key.h"
#include "lasting/windows/registry_key.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

Result<Done> makeKey(SECURITY_ATTRIBUTES& attributes) {
  HKEY made = nullptr;
  const LSTATUS status =
      RegCreateKeyExW(HKEY_LOCAL_MACHINE, kLastingKey, 0, nullptr, REG_OPTION_NON_VOLATILE,
                      KEY_QUERY_VALUE | KEY_WOW64_64KEY, &attributes, &made, nullptr);
  const RegistryKey key(made);
  if (status != ERROR_SUCCESS) return win32Error(static_cast<int>(status), "RegCreateKeyEx");
  return Done{};
}

}  // namespace

Result<Done> makeLastingKey() {
  SECURITY_ATTRIBUTES attributes{sizeof attributes, nullptr, FALSE};
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(
          kLastingKeySecurity, SDDL_REVISION_1, &attributes.lpSecurityDescriptor, nullptr)) {
    return win32Error(static_cast<int>(GetLastError()), "ConvertStringSecurityDescriptor");
  }
  const auto made = makeKey(attributes);
  LocalFree(attributes.lpSecurityDescriptor);
  return made;
}

}  // namespace interface_panel
