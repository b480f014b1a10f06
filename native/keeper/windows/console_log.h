// SPDX-License-Identifier: MIT
#pragma once

#include "log/log.h"

namespace interface_panel {

/// Writes to the error output, for people who look.
class ConsoleLog final : public Log {
 public:
  void write(LogLevel level, const std::string& line) override;
};

}  // namespace interface_panel
