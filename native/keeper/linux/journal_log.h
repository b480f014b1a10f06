// SPDX-License-Identifier: MIT
#pragma once

#include "log/log.h"

namespace interface_panel {

/// Writes to the error output, each line in one piece: for journald with its level in front
/// (sd-daemon(3)), for people as plain text.
class JournalLog final : public Log {
 public:
  enum class Reader { journald, person };
  explicit JournalLog(Reader reader) : reader_(reader) {}

  void write(LogLevel level, const std::string& line) override;

 private:
  Reader reader_;
};

}  // namespace interface_panel
