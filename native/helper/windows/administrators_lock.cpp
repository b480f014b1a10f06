// SPDX-License-Identifier: MIT
#include "helper/windows/administrators_lock.h"

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include <array>
#include <cstdint>
#include <utility>

namespace interface_panel {
namespace {

constexpr const wchar_t* kNamespace = L"InterfacePanelHelper";
/// Full access for administrators, for objects that a later process must be able to open.
constexpr const wchar_t* kAdministratorsOnly = L"D:P(A;;GA;;;BA)";

/// What only administrators may open; kept until the process ends. Null without memory.
SECURITY_ATTRIBUTES* administratorsOnly() {
  static SECURITY_ATTRIBUTES attributes{sizeof attributes, nullptr, FALSE};
  static const bool isMade =
      ConvertStringSecurityDescriptorToSecurityDescriptorW(
          kAdministratorsOnly, SDDL_REVISION_1, &attributes.lpSecurityDescriptor, nullptr) != FALSE;
  return isMade ? &attributes : nullptr;
}

/// The boundary says who may come in: administrators. Null on failure; kept until the process ends.
HANDLE administratorsBoundary() {
  std::array<std::uint8_t, SECURITY_MAX_SID_SIZE> administrators{};
  DWORD size = static_cast<DWORD>(administrators.size());
  HANDLE boundary = CreateBoundaryDescriptorW(kNamespace, 0);
  if (boundary == nullptr ||
      !CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, administrators.data(), &size) ||
      !AddSIDToBoundaryDescriptor(&boundary, administrators.data())) {
    return nullptr;
  }
  return boundary;
}

bool enterNamespace(SECURITY_ATTRIBUTES* attributes) {
  HANDLE boundary = administratorsBoundary();
  if (boundary == nullptr) return false;
  return CreatePrivateNamespaceW(attributes, boundary, kNamespace) != nullptr ||
         OpenPrivateNamespaceW(boundary, kNamespace) != nullptr;
}

}  // namespace

WorkLock::Attempt AdministratorsLock::tryTake() {
  SECURITY_ATTRIBUTES* attributes = administratorsOnly();
  static const bool isInside = attributes != nullptr && enterNamespace(attributes);
  if (!isInside) return Attempt::failed;
  const std::wstring name = std::wstring(kNamespace) + L"\\" + name_;
  Handle object(CreateMutexW(attributes, FALSE, name.c_str()));
  if (!object.valid()) return Attempt::failed;
  // One that is there already is another's; ours is only a look at it.
  if (GetLastError() == ERROR_ALREADY_EXISTS) return Attempt::busy;
  object_ = std::move(object);
  return Attempt::held;
}

}  // namespace interface_panel
