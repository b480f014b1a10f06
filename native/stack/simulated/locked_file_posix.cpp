// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "stack/simulated/locked_file.h"

namespace interface_panel::simulated::locked_file {

std::intptr_t open(const std::filesystem::path& path) {
  // Reading is enough for flock, also for an exclusive lock.
  return ::open(path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0644);
}

Attempt tryLock(std::intptr_t handle, bool exclusive) {
  const int operation = (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB;
  if (::flock(static_cast<int>(handle), operation) == 0) return Attempt::locked;
  return errno == EWOULDBLOCK || errno == EINTR ? Attempt::busy : Attempt::failed;
}

void unlockAndClose(std::intptr_t handle) { ::close(static_cast<int>(handle)); }

}  // namespace interface_panel::simulated::locked_file
