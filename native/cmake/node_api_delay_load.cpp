// SPDX-License-Identifier: MIT
// Answers the delay-load of "node.exe" with the program that loaded the addon, whatever its name.

#include <windows.h>

// After windows.h, which it needs.
#include <delayimp.h>

#include <cstring>

namespace {

FARPROC WINAPI resolveHost(unsigned notification, DelayLoadInfo* info) {
  if (notification != dliNotePreLoadLibrary || _stricmp(info->szDll, "node.exe") != 0) {
    return nullptr;
  }
  // An embedder may keep Node in a library of its own; otherwise the executable is the host.
  HMODULE host = GetModuleHandleW(L"libnode.dll");
  if (host == nullptr) host = GetModuleHandleW(nullptr);
  return reinterpret_cast<FARPROC>(host);
}

}  // namespace

extern "C" {
#if defined(_MSC_VER)
const PfnDliHook __pfnDliNotifyHook2 = resolveHost;
#else
PfnDliHook __pfnDliNotifyHook2 = resolveHost;
#endif
}
