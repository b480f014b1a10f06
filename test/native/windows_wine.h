// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

namespace interface_panel::test {

/// Whether the system is Wine, which answers some calls differently.
inline bool runsUnderWine() {
  return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
}

}  // namespace interface_panel::test
