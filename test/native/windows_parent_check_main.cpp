// SPDX-License-Identifier: MIT
// Says by its exit code (0: yes) whether it takes a process for the one that started it, in a world
// in which one thing about that process is different.
#include <windows.h>

#include <cstdlib>
#include <cwchar>
#include <optional>
#include <string>

#include "helper/windows/parent_process.h"
#include "windows_import_double.h"

using namespace interface_panel;

namespace {

/// Whoever has the parent's number now was started after us.
BOOL WINAPI sayYounger(HANDLE process, LPFILETIME created, LPFILETIME exited, LPFILETIME,
                       LPFILETIME) {
  const bool isOurselves = process == GetCurrentProcess();
  *created = {isOurselves ? 1U : 2U, 0};
  *exited = {};
  return TRUE;
}

BOOL WINAPI sayOtherSession(DWORD process, DWORD* session) {
  *session = process == GetCurrentProcessId() ? 1 : 2;
  return TRUE;
}

HANDLE WINAPI refuseToOpen(DWORD, BOOL, DWORD) { return nullptr; }

}  // namespace

int wmain(int count, wchar_t** arguments) {
  if (count != 3) return EXIT_FAILURE;
  const std::wstring world = arguments[2];
  std::optional<test::ImportDouble> difference;
  if (world == L"younger") difference.emplace("GetProcessTimes", sayYounger);
  if (world == L"other-session") difference.emplace("ProcessIdToSessionId", sayOtherSession);
  if (world == L"not-to-be-seen") difference.emplace("OpenProcess", refuseToOpen);
  return isOurParent(std::wcstoul(arguments[1], nullptr, 10)) ? EXIT_SUCCESS : EXIT_FAILURE;
}
