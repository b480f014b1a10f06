// SPDX-License-Identifier: MIT
#include "helper/windows/single_helper.h"

// clang-format off
#include <windows.h>
#include <sddl.h>
// clang-format on

#include <array>
#include <cstdint>
#include <span>

#include "channel/helper_arguments.h"
#include "channel/windows/handle.h"
#include "encoding/sha256.h"

namespace interface_panel {
namespace {

constexpr const wchar_t* kNamespace = L"InterfacePanelHelper";
/// Full access for administrators, for objects that a later helper must be able to open.
constexpr const wchar_t* kAdministratorsOnly = L"D:P(A;;GA;;;BA)";

/// Makes the object known by this name and keeps it; `busy` if somebody else holds it already.
std::optional<ExitCode> takeMutex(const std::wstring& name, SECURITY_ATTRIBUTES* attributes) {
  static Handle mutex;
  mutex = Handle(CreateMutexW(attributes, FALSE, name.c_str()));
  if (!mutex.valid()) return ExitCode::internalFailure;
  if (GetLastError() == ERROR_ALREADY_EXISTS) return ExitCode::busy;
  return std::nullopt;
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

bool enterNamespace(SECURITY_ATTRIBUTES& attributes) {
  HANDLE boundary = administratorsBoundary();
  if (boundary == nullptr) return false;
  return CreatePrivateNamespaceW(&attributes, boundary, kNamespace) != nullptr ||
         OpenPrivateNamespaceW(boundary, kNamespace) != nullptr;
}

}  // namespace

std::optional<ExitCode> lockElevatedHelpers() {
  SECURITY_ATTRIBUTES attributes{sizeof attributes, nullptr, FALSE};
  if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(
          kAdministratorsOnly, SDDL_REVISION_1, &attributes.lpSecurityDescriptor, nullptr)) {
    return ExitCode::internalFailure;
  }
  const std::optional<ExitCode> failure =
      enterNamespace(attributes) ? takeMutex(std::wstring(kNamespace) + L"\\one", &attributes)
                                 : ExitCode::internalFailure;
  LocalFree(attributes.lpSecurityDescriptor);
  return failure;
}

std::optional<ExitCode> lockSimulatedHelpers(const std::string& stateFile) {
  Sha256 hash;
  hash.update({reinterpret_cast<const std::uint8_t*>(stateFile.data()), stateFile.size()});
  const std::string digits = hexDigits(hash.finish());
  return takeMutex(L"Local\\InterfacePanel-" + std::wstring(digits.begin(), digits.end()), nullptr);
}

}  // namespace interface_panel
