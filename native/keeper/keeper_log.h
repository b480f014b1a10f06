// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace interface_panel {

/// How much a line of the log matters; the numbers are syslog(3)'s.
enum class LogLevel { warning = 4, notice = 5, info = 6 };

/// Where the keeper tells people what it does.
class KeeperLog {
 public:
  KeeperLog() = default;
  KeeperLog(const KeeperLog&) = delete;
  KeeperLog& operator=(const KeeperLog&) = delete;
  virtual ~KeeperLog() = default;

  /// One line, in which every character can be seen.
  virtual void write(LogLevel level, const std::string& line) = 0;
};

}  // namespace interface_panel
