// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace interface_panel {

/// How much a line of the log matters; the numbers are syslog(3)'s.
enum class LogLevel { warning = 4, notice = 5, info = 6 };

/// Where a privileged program tells the people who look after a computer what it does.
class Log {
 public:
  Log() = default;
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  virtual ~Log() = default;

  /// One line, in which every character can be seen.
  virtual void write(LogLevel level, const std::string& line) = 0;
};

}  // namespace interface_panel
