// SPDX-License-Identifier: MIT
#pragma once

#include "log/log.h"
#include "stack/linux/file_descriptor.h"

namespace interface_panel {

/// Writes to the system's log as syslog(3) does, among what concerns rights (LOG_AUTHPRIV), where
/// sudo and pkexec write too. Unlike syslog(3) it never waits, opens nothing later and reads no
/// time zone, so it goes on in a process that has put files and system calls out of reach. Where
/// nobody listens, or not fast enough, lines are lost.
class SyslogSocket final : public Log {
 public:
  /// Connects, or writes nothing from then on. `program` is what lines begin with.
  explicit SyslogSocket(std::string program);

  void write(LogLevel level, const std::string& line) override;

 private:
  std::string program_;
  FileDescriptor socket_;
};

}  // namespace interface_panel
