// SPDX-License-Identifier: MIT
#include "addon/place_security.h"

// clang-format off
#include <windows.h>
#include <aclapi.h>
#include <sddl.h>
#include <shlobj.h>
// clang-format on

#include <array>
#include <cstdint>
#include <cwchar>
#include <string>

#include "addon/arguments.h"
#include "addon/platform_error.h"
#include "channel/windows/command_line.h"
#include "channel/windows/handle.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

Napi::String textOf(Napi::Env env, const wchar_t* text) {
  return Napi::String::New(env, std::u16string(text, text + std::wcslen(text)));
}

Napi::Value sidText(Napi::Env env, PSID sid) {
  LPWSTR text = nullptr;
  if (sid == nullptr || !ConvertSidToStringSidW(sid, &text)) return env.Null();
  const Napi::String copy = textOf(env, text);
  LocalFree(text);
  return copy;
}

/// One entry; `sid` is null for a kind of entry that is laid out differently.
Napi::Object entryObject(Napi::Env env, const ACE_HEADER& header) {
  const bool isPlain =
      header.AceType == ACCESS_ALLOWED_ACE_TYPE || header.AceType == ACCESS_DENIED_ACE_TYPE;
  Napi::Object entry = Napi::Object::New(env);
  entry.Set("allows", header.AceType != ACCESS_DENIED_ACE_TYPE);
  entry.Set("inheritOnly", (header.AceFlags & INHERIT_ONLY_ACE) != 0);
  // Both plain kinds are laid out like this one.
  const auto& ace = reinterpret_cast<const ACCESS_ALLOWED_ACE&>(header);
  auto* sid = const_cast<DWORD*>(&ace.SidStart);
  entry.Set("sid", isPlain ? sidText(env, sid) : env.Null());
  entry.Set("mask", Napi::Number::New(env, isPlain ? ace.Mask : 0));
  return entry;
}

Napi::Value entriesOf(Napi::Env env, PACL list) {
  // No list at all lets everybody do everything.
  if (list == nullptr) return env.Null();
  Napi::Array entries = Napi::Array::New(env);
  for (DWORD i = 0; i < list->AceCount; ++i) {
    void* entry = nullptr;
    if (!GetAce(list, i, &entry)) return env.Null();
    entries.Set(i, entryObject(env, *static_cast<const ACE_HEADER*>(entry)));
  }
  return entries;
}

}  // namespace

Napi::Value placeSecurity(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::wstring path = wideText(textArgument(info[0], "path"));
  const DWORD attributes = GetFileAttributesW(path.c_str());
  if (attributes == INVALID_FILE_ATTRIBUTES) {
    throw platformError(env, win32Error(static_cast<int>(GetLastError()), "GetFileAttributes"));
  }
  PSID owner = nullptr;
  PACL access = nullptr;
  PSECURITY_DESCRIPTOR descriptor = nullptr;
  const DWORD code = GetNamedSecurityInfoW(path.c_str(), SE_FILE_OBJECT,
                                           OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                                           &owner, nullptr, &access, nullptr, &descriptor);
  if (code != ERROR_SUCCESS) {
    throw platformError(env, win32Error(static_cast<int>(code), "GetNamedSecurityInfo"));
  }
  Napi::Object security = Napi::Object::New(env);
  security.Set("isReparsePoint", (attributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0);
  security.Set("owner", sidText(env, owner));
  security.Set("entries", entriesOf(env, access));
  LocalFree(descriptor);
  return security;
}

Napi::Value ownSid(const Napi::CallbackInfo& info) {
  HANDLE token = nullptr;
  if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return info.Env().Null();
  const Handle owned(token);
  struct {
    TOKEN_USER user;
    std::array<std::uint8_t, SECURITY_MAX_SID_SIZE> sid;
  } held{};
  DWORD size = 0;
  if (!GetTokenInformation(owned.get(), TokenUser, &held, sizeof held, &size)) {
    return info.Env().Null();
  }
  return sidText(info.Env(), held.user.User.Sid);
}

Napi::Value programFilesFolder(const Napi::CallbackInfo& info) {
  PWSTR folder = nullptr;
  const HRESULT result = SHGetKnownFolderPath(FOLDERID_ProgramFiles, 0, nullptr, &folder);
  const Napi::Value text =
      SUCCEEDED(result) ? Napi::Value(textOf(info.Env(), folder)) : info.Env().Null();
  CoTaskMemFree(folder);
  return text;
}

}  // namespace interface_panel
