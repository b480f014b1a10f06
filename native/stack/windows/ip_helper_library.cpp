// SPDX-License-Identifier: MIT
#include "stack/windows/ip_helper_library.h"

namespace interface_panel {
namespace {

/// Wine exports functions it does not implement, so an address proves nothing there.
bool runsUnderWine() {
  const HMODULE ntdll = ::GetModuleHandleW(L"ntdll.dll");
  return ntdll != nullptr && ::GetProcAddress(ntdll, "wine_get_version") != nullptr;
}

}  // namespace

// iphlpapi.dll is not a known DLL: only this flag keeps a copy beside the program from being
// loaded.
IpHelperLibrary::IpHelperLibrary()
    : module_(::LoadLibraryExW(L"iphlpapi.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32)),
      wine_(runsUnderWine()) {}

}  // namespace interface_panel
