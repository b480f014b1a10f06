// SPDX-License-Identifier: MIT
#include <windows.h>

#include "stack/simulated/locked_file.h"

namespace interface_panel::simulated::locked_file {
namespace {

HANDLE handleOf(std::intptr_t handle) { return reinterpret_cast<HANDLE>(handle); }

}  // namespace

std::intptr_t open(const std::filesystem::path& path) {
  const HANDLE handle = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
  return handle == INVALID_HANDLE_VALUE ? kNoHandle : reinterpret_cast<std::intptr_t>(handle);
}

Attempt tryLock(std::intptr_t handle, bool exclusive) {
  OVERLAPPED at{};
  const DWORD flags =
      LOCKFILE_FAIL_IMMEDIATELY | (exclusive ? DWORD{LOCKFILE_EXCLUSIVE_LOCK} : DWORD{0});
  if (LockFileEx(handleOf(handle), flags, 0, 1, 0, &at) != 0) return Attempt::locked;
  const DWORD error = GetLastError();
  return error == ERROR_LOCK_VIOLATION || error == ERROR_IO_PENDING ? Attempt::busy
                                                                    : Attempt::failed;
}

void unlockAndClose(std::intptr_t handle) {
  // Closing alone releases the lock only when the system gets round to it.
  OVERLAPPED at{};
  UnlockFileEx(handleOf(handle), 0, 1, 0, &at);
  CloseHandle(handleOf(handle));
}

}  // namespace interface_panel::simulated::locked_file
