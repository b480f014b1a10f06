// SPDX-License-Identifier: MIT
#include "helper/windows/single_helper.h"

#include <windows.h>

#include "channel/helper_arguments.h"
#include "channel/windows/handle.h"
#include "encoding/sha256.h"
#include "helper/windows/administrators_lock.h"

namespace interface_panel {
namespace {

// Milliseconds. A keeper holds the lock for moments, another helper for as long as somebody
// decides.
constexpr ULONGLONG kPatience = 3000;
constexpr DWORD kBetweenLooks = 20;

}  // namespace

std::optional<ExitCode> lockElevatedHelpers() {
  // Held until the process ends.
  static AdministratorsLock lock(kWorkLock);
  const ULONGLONG giveUpAt = GetTickCount64() + kPatience;
  WorkLock::Attempt attempt = lock.tryTake();
  while (attempt == WorkLock::Attempt::busy && GetTickCount64() < giveUpAt) {
    Sleep(kBetweenLooks);
    attempt = lock.tryTake();
  }
  if (attempt == WorkLock::Attempt::held) return std::nullopt;
  return attempt == WorkLock::Attempt::busy ? ExitCode::busy : ExitCode::internalFailure;
}

std::optional<ExitCode> lockSimulatedHelpers(const std::string& stateFile) {
  Sha256 hash;
  hash.update({reinterpret_cast<const std::uint8_t*>(stateFile.data()), stateFile.size()});
  const std::string digits = hexDigits(hash.finish());
  const std::wstring name = L"Local\\InterfacePanel-" + std::wstring(digits.begin(), digits.end());
  static Handle mutex;
  mutex = Handle(CreateMutexW(nullptr, FALSE, name.c_str()));
  if (!mutex.valid()) return ExitCode::internalFailure;
  if (GetLastError() == ERROR_ALREADY_EXISTS) return ExitCode::busy;
  return std::nullopt;
}

}  // namespace interface_panel
