// SPDX-License-Identifier: MIT
#pragma once

#include "helper/work_lock.h"
#include "stack/linux/file_descriptor.h"

namespace interface_panel {

/// The lock of whoever changes IP interfaces of this network namespace: that of a file which root
/// alone may open, and that of the namespace, where it is mounted otherwise. It is released when
/// the process ends, whatever way.
class LinuxWorkLock final : public WorkLock {
 public:
  /// Opens the file now, so that a process can confine itself afterwards.
  LinuxWorkLock();

  Attempt tryTake() override;
  void release() override;

 private:
  FileDescriptor file_;
  FileDescriptor name_;
};

}  // namespace interface_panel
