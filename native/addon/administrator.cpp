// SPDX-License-Identifier: MIT
#include "addon/administrator.h"

#include <windows.h>

#include <array>
#include <cstdint>

#include "channel/windows/handle.h"

namespace interface_panel {
namespace {

/// Whether the token was split at logon: only administrators have a second, full one.
bool hasFullToken() {
  HANDLE token = nullptr;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return false;
  const Handle owned(token);
  TOKEN_ELEVATION_TYPE type = TokenElevationTypeDefault;
  DWORD size = 0;
  return GetTokenInformation(owned.get(), TokenElevationType, &type, sizeof type, &size) &&
         type != TokenElevationTypeDefault;
}

/// Without UAC, and for the built-in administrator, the only token is the full one.
bool isMember() {
  std::array<std::uint8_t, SECURITY_MAX_SID_SIZE> administrators{};
  DWORD size = static_cast<DWORD>(administrators.size());
  BOOL member = FALSE;
  return CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, administrators.data(), &size) &&
         CheckTokenMembership(nullptr, administrators.data(), &member) && member;
}

bool isElevated() {
  HANDLE token = nullptr;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return false;
  const Handle owned(token);
  TOKEN_ELEVATION elevation{};
  DWORD size = 0;
  return GetTokenInformation(owned.get(), TokenElevation, &elevation, sizeof elevation, &size) &&
         elevation.TokenIsElevated != 0;
}

/// "Never notify": Windows then gives an administrator's programs all rights unasked
/// (ConsentPromptBehaviorAdmin, [MS-GPSB]).
bool neverNotifies() {
  DWORD behaviour = 5;
  DWORD size = sizeof behaviour;
  const LSTATUS status = RegGetValueW(
      HKEY_LOCAL_MACHINE, L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System",
      L"ConsentPromptBehaviorAdmin", RRF_RT_REG_DWORD, nullptr, &behaviour, &size);
  return status == ERROR_SUCCESS && behaviour == 0;
}

}  // namespace

Napi::Value elevatesSilently(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), isElevated() || (hasFullToken() && neverNotifies()));
}

Napi::Value isAdministrator(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), hasFullToken() || isMember());
}

}  // namespace interface_panel
