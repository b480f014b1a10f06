// SPDX-License-Identifier: MIT
// Prints what the system says of each process: id, id of the parent, the elevation type of its
// token (default, full, limited, or unknown where it may not be asked for), program; one a line,
// for test/windows to look on from outside.
// clang-format off
#include <windows.h>
#include <tlhelp32.h>
// clang-format on

#include <cstdio>
#include <cstdlib>

#include "channel/windows/handle.h"

using namespace interface_panel;

namespace {

const char* elevationTypeOf(DWORD process) {
  const Handle opened(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
  HANDLE token = nullptr;
  if (!opened.valid() || !OpenProcessToken(opened.get(), TOKEN_QUERY, &token)) return "unknown";
  const Handle owned(token);
  TOKEN_ELEVATION_TYPE type{};
  DWORD size = 0;
  if (!GetTokenInformation(token, TokenElevationType, &type, sizeof type, &size)) return "unknown";
  if (type == TokenElevationTypeFull) return "full";
  return type == TokenElevationTypeLimited ? "limited" : "default";
}

}  // namespace

int main() {
  const Handle processes(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
  if (!processes.valid()) return EXIT_FAILURE;
  PROCESSENTRY32W entry{};
  entry.dwSize = sizeof entry;
  for (BOOL more = Process32FirstW(processes.get(), &entry); more;
       more = Process32NextW(processes.get(), &entry)) {
    std::printf("%lu %lu %s %ls\n", entry.th32ProcessID, entry.th32ParentProcessID,
                elevationTypeOf(entry.th32ProcessID), entry.szExeFile);
  }
  return EXIT_SUCCESS;
}
