// SPDX-License-Identifier: MIT
#include "stack/simulated/file_lock.h"

#include <chrono>
#include <thread>
#include <utility>

#include "stack/simulated/locked_file.h"
#include "stack/simulated/path_text.h"
#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

/// Holders need milliseconds; one that takes this long was stopped in a debugger or worse. Those
/// who wait stand in no queue: on a busy machine one of several can be passed over for seconds.
constexpr std::chrono::seconds kPatience{30};
constexpr std::chrono::milliseconds kRetryInterval{1};

Error lockError(int code, const std::filesystem::path& path) {
  return win32Error(code, "locking " + pathText(path));
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& path, Mode mode) {
  const std::intptr_t handle = locked_file::open(path);
  if (handle == locked_file::kNoHandle) return lockError(win32::kOpenFailed, path);
  FileLock lock(handle);
  const auto giveUp = std::chrono::steady_clock::now() + kPatience;
  while (true) {
    switch (locked_file::tryLock(handle, mode == Mode::exclusive)) {
      case locked_file::Attempt::locked:
        return lock;
      case locked_file::Attempt::failed:
        return lockError(win32::kNotSupported, path);
      case locked_file::Attempt::busy:
        break;
    }
    if (std::chrono::steady_clock::now() >= giveUp) return lockError(win32::kTimeout, path);
    std::this_thread::sleep_for(kRetryInterval);
  }
}

FileLock::FileLock(FileLock&& other) noexcept
    : handle_(std::exchange(other.handle_, locked_file::kNoHandle)) {}

FileLock::~FileLock() {
  if (handle_ != locked_file::kNoHandle) locked_file::unlockAndClose(handle_);
}

}  // namespace interface_panel::simulated
