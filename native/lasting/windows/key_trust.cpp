// SPDX-License-Identifier: MIT
#include "lasting/windows/key_trust.h"

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace interface_panel {
namespace {

/// SYSTEM, Administrators, and NT SERVICE\TrustedInstaller (a service's SID is made of its name).
constexpr std::array<const wchar_t*, 3> kTrusted{
    L"S-1-5-18", L"S-1-5-32-544",
    L"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"};

constexpr ACCESS_MASK kChanging = KEY_SET_VALUE | KEY_CREATE_SUB_KEY | KEY_CREATE_LINK | DELETE |
                                  WRITE_DAC | WRITE_OWNER | ACCESS_SYSTEM_SECURITY |
                                  MAXIMUM_ALLOWED | GENERIC_WRITE | GENERIC_ALL;

/// The value of a key that is a link (RegCreateKeyEx, REG_OPTION_CREATE_LINK).
constexpr const wchar_t* kLinkValue = L"SymbolicLinkValue";

bool isSid(PSID sid, const wchar_t* text) {
  PSID named = nullptr;
  if (!ConvertStringSidToSidW(text, &named)) return false;
  const bool isSame = EqualSid(sid, named) != FALSE;
  LocalFree(named);
  return isSame;
}

bool isTrusted(PSID sid) {
  return sid != nullptr && IsValidSid(sid) &&
         std::any_of(kTrusted.begin(), kTrusted.end(),
                     [sid](const wchar_t* text) { return isSid(sid, text); });
}

bool letsOthersChange(const ACE_HEADER& ace) {
  // It is for keys below, of which there are none that matter.
  if ((ace.AceFlags & INHERIT_ONLY_ACE) != 0) return false;
  if (ace.AceType == ACCESS_DENIED_ACE_TYPE) return false;
  if (ace.AceType != ACCESS_ALLOWED_ACE_TYPE) return true;
  const auto& allowed = reinterpret_cast<const ACCESS_ALLOWED_ACE&>(ace);
  if ((allowed.Mask & kChanging) == 0) return false;
  return !isTrusted(const_cast<DWORD*>(&allowed.SidStart));
}

/// A descriptor without a list lets everybody do everything.
bool letsOthersChange(PSECURITY_DESCRIPTOR descriptor) {
  BOOL isPresent = FALSE;
  BOOL isDefault = FALSE;
  ACL* list = nullptr;
  if (!GetSecurityDescriptorDacl(descriptor, &isPresent, &list, &isDefault)) return true;
  if (!isPresent || list == nullptr) return true;
  for (DWORD i = 0; i < list->AceCount; ++i) {
    void* ace = nullptr;
    if (!GetAce(list, i, &ace)) return true;
    if (letsOthersChange(*static_cast<const ACE_HEADER*>(ace))) return true;
  }
  return false;
}

/// Of an open key; empty if it cannot be had.
std::vector<std::uint8_t> descriptorOf(HKEY key) {
  constexpr SECURITY_INFORMATION kAsked = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
  DWORD size = 0;
  if (RegGetKeySecurity(key, kAsked, nullptr, &size) != ERROR_INSUFFICIENT_BUFFER) return {};
  std::vector<std::uint8_t> descriptor(size);
  if (RegGetKeySecurity(key, kAsked, descriptor.data(), &size) != ERROR_SUCCESS) return {};
  return descriptor;
}

bool isLink(HKEY key) {
  return RegQueryValueExW(key, kLinkValue, nullptr, nullptr, nullptr, nullptr) !=
         ERROR_FILE_NOT_FOUND;
}

}  // namespace

bool isForAdministratorsAlone(PSECURITY_DESCRIPTOR descriptor) {
  PSID owner = nullptr;
  BOOL isDefault = FALSE;
  return GetSecurityDescriptorOwner(descriptor, &owner, &isDefault) && isTrusted(owner) &&
         !letsOthersChange(descriptor);
}

bool isTrustedKey(HKEY key) {
  std::vector<std::uint8_t> descriptor = descriptorOf(key);
  return !descriptor.empty() && isForAdministratorsAlone(descriptor.data()) && !isLink(key);
}

}  // namespace interface_panel
