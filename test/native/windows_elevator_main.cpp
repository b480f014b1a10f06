// SPDX-License-Identifier: MIT
// elevator PROGRAM ARGUMENTS: what any program may do: it has the system ask for consent to start
// another one elevated, with a command line of its own making. Ends with that one's exit code.
// clang-format off
#include <windows.h>
#include <shellapi.h>
// clang-format on

#include "channel/windows/handle.h"

using namespace interface_panel;

int wmain(int count, wchar_t** arguments) {
  /// None of the helper's.
  constexpr DWORD kNotStarted = 99;
  if (count != 3) return kNotStarted;
  SHELLEXECUTEINFOW info{};
  info.cbSize = sizeof info;
  info.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
  info.lpVerb = L"runas";
  info.lpFile = arguments[1];
  info.lpParameters = arguments[2];
  info.nShow = SW_HIDE;
  if (!ShellExecuteExW(&info)) return kNotStarted;
  const Handle process(info.hProcess);
  DWORD code = kNotStarted;
  WaitForSingleObject(process.get(), INFINITE);
  GetExitCodeProcess(process.get(), &code);
  return static_cast<int>(code);
}
