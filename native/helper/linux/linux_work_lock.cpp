// SPDX-License-Identifier: MIT
#include "helper/linux/linux_work_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "helper/linux/namespace_lock.h"

namespace interface_panel {
namespace {

/// Writable for root alone and never written: so nobody else can hold its lock against us.
constexpr const char* kLockFile = "/proc/sys/net/ipv4/route/flush";

}  // namespace

LinuxWorkLock::LinuxWorkLock() : file_(open(kLockFile, O_WRONLY | O_CLOEXEC)) {}

WorkLock::Attempt LinuxWorkLock::tryTake() {
  if (flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
    return errno == EWOULDBLOCK ? Attempt::busy : Attempt::failed;
  }
  // The lock file is another one under another mount of /proc; the namespace is the same.
  const NamespaceLock inNamespace = lockNetworkNamespace(name_, kHelperName);
  if (inNamespace == NamespaceLock::held) return Attempt::held;
  release();
  return inNamespace == NamespaceLock::busy ? Attempt::busy : Attempt::failed;
}

void LinuxWorkLock::release() {
  name_ = FileDescriptor();
  (void)flock(file_.get(), LOCK_UN);
}

}  // namespace interface_panel
