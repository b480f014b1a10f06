// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include "log/log.h"

namespace interface_panel {

/// Writes to the Application log of Windows, each line one event. The installer registers each
/// source with the message file of eventcreate.exe, whose messages are the text itself.
class EventLog final : public Log {
 public:
  explicit EventLog(const wchar_t* source);
  ~EventLog() override;

  void write(LogLevel level, const std::string& line) override;

 private:
  HANDLE source_;
};

}  // namespace interface_panel
