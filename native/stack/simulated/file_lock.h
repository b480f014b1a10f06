// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

#include "stack/result.h"

namespace interface_panel::simulated {

/// A lock between processes, held while this lives. The system drops it when its holder dies.
class FileLock {
 public:
  enum class Mode { shared, exclusive };

  /// Waits for the lock, but not for ever: ERROR_TIMEOUT after half a minute, ERROR_OPEN_FAILED
  /// when the lock file cannot be opened or made.
  static Result<FileLock> acquire(const std::filesystem::path& path, Mode mode);

  FileLock(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(std::intptr_t handle) : handle_(handle) {}

  std::intptr_t handle_;
};

}  // namespace interface_panel::simulated
