// SPDX-License-Identifier: MIT
#include "keeper/linux/journal_log.h"

#include <unistd.h>

namespace interface_panel {

void JournalLog::write(LogLevel level, const std::string& line) {
  std::string text;
  if (reader_ == Reader::journald) {
    text.append("<").append(std::to_string(static_cast<int>(level))).append(">");
  }
  text.append(line).append("\n");
  // Nobody may read it, and the keeper goes on.
  (void)!::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace interface_panel
