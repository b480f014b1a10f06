// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include "keeper/keeper_log.h"

namespace interface_panel {

/// Writes to the Application log of Windows, each line one event. The installer registers the
/// source with the message file of eventcreate.exe, whose messages are the text itself.
class EventLog final : public KeeperLog {
 public:
  EventLog();
  ~EventLog() override;

  void write(LogLevel level, const std::string& line) override;

 private:
  HANDLE source_;
};

}  // namespace interface_panel
