// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <tlhelp32.h>
// clang-format on

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "channel/windows/handle.h"

namespace interface_panel::test {

/// Process id of the one process that runs TESTED_HELPER and was started by this one.
inline DWORD helperProcess() {
  const std::wstring program = std::filesystem::path(TESTED_HELPER).filename().wstring();
  const Handle processes(CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
  REQUIRE(processes.valid());
  std::vector<DWORD> children;
  PROCESSENTRY32W entry{};
  entry.dwSize = sizeof entry;
  for (BOOL more = Process32FirstW(processes.get(), &entry); more;
       more = Process32NextW(processes.get(), &entry)) {
    const bool isOurs = entry.th32ParentProcessID == GetCurrentProcessId();
    if (isOurs && program == entry.szExeFile) children.push_back(entry.th32ProcessID);
  }
  REQUIRE(children.size() == 1);
  return children.front();
}

/// How many privileges the token of a process holds, enabled or not.
inline DWORD privilegesOf(DWORD process) {
  const Handle opened(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
  REQUIRE(opened.valid());
  HANDLE token = nullptr;
  REQUIRE(OpenProcessToken(opened.get(), TOKEN_QUERY, &token));
  const Handle owned(token);
  std::vector<std::uint8_t> buffer(4096);
  DWORD size = 0;
  REQUIRE(GetTokenInformation(token, TokenPrivileges, buffer.data(),
                              static_cast<DWORD>(buffer.size()), &size));
  return reinterpret_cast<const TOKEN_PRIVILEGES*>(buffer.data())->PrivilegeCount;
}

}  // namespace interface_panel::test
