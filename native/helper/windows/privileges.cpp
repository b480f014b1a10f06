// SPDX-License-Identifier: MIT
#include "helper/windows/privileges.h"

#include <array>
#include <cstdint>
#include <vector>

#include "channel/windows/handle.h"

namespace interface_panel {
namespace {

Handle ownToken(DWORD access) {
  HANDLE token = nullptr;
  OpenProcessToken(GetCurrentProcess(), access, &token);
  return Handle(token);
}

bool isElevated() {
  const Handle token = ownToken(TOKEN_QUERY);
  TOKEN_ELEVATION elevation{};
  DWORD size = 0;
  return token.valid() &&
         GetTokenInformation(token.get(), TokenElevation, &elevation, sizeof elevation, &size) &&
         elevation.TokenIsElevated != 0;
}

bool isAdministrator() {
  std::array<std::uint8_t, SECURITY_MAX_SID_SIZE> administrators{};
  DWORD size = static_cast<DWORD>(administrators.size());
  BOOL member = FALSE;
  return CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, administrators.data(), &size) &&
         CheckTokenMembership(nullptr, administrators.data(), &member) && member;
}

/// TOKEN_PRIVILEGES of this token, in a buffer of its size.
std::vector<std::uint8_t> privilegesOf(const Handle& token) {
  DWORD size = 0;
  GetTokenInformation(token.get(), TokenPrivileges, nullptr, 0, &size);
  std::vector<std::uint8_t> buffer(size);
  if (!GetTokenInformation(token.get(), TokenPrivileges, buffer.data(), size, &size))
    buffer.clear();
  return buffer;
}

}  // namespace

bool isElevatedAdministrator() { return isElevated() && isAdministrator(); }

bool enablePrivilege(const wchar_t* name) {
  const Handle token = ownToken(TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY);
  TOKEN_PRIVILEGES wanted{};
  wanted.PrivilegeCount = 1;
  wanted.Privileges[0].Attributes = SE_PRIVILEGE_ENABLED;
  // The call succeeds for a privilege that the token lacks; the last error tells.
  return token.valid() && LookupPrivilegeValueW(nullptr, name, &wanted.Privileges[0].Luid) &&
         AdjustTokenPrivileges(token.get(), FALSE, &wanted, 0, nullptr, nullptr) &&
         GetLastError() == ERROR_SUCCESS;
}

bool removeAllPrivileges() {
  const Handle token = ownToken(TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY);
  if (!token.valid()) return false;
  std::vector<std::uint8_t> buffer = privilegesOf(token);
  if (buffer.empty()) return false;
  auto* privileges = reinterpret_cast<TOKEN_PRIVILEGES*>(buffer.data());
  for (DWORD i = 0; i < privileges->PrivilegeCount; ++i) {
    privileges->Privileges[i].Attributes = SE_PRIVILEGE_REMOVED;
  }
  if (!AdjustTokenPrivileges(token.get(), FALSE, privileges, 0, nullptr, nullptr)) return false;
  const std::vector<std::uint8_t> left = privilegesOf(token);
  return !left.empty() &&
         reinterpret_cast<const TOKEN_PRIVILEGES*>(left.data())->PrivilegeCount == 0;
}

}  // namespace interface_panel
