// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "channel/helper_arguments.h"
#include "log/log.h"
#include "transaction/exit_code.h"

namespace interface_panel {

/// What a helper tells the system's log: that a transaction begins, how it ends, and what is
/// unexpected. Nothing that a peer sends is among it but the numbers of its command line.
class HelperLog {
 public:
  /// Null: nothing is told.
  explicit HelperLog(std::unique_ptr<Log> log) : log_(std::move(log)) {}

  /// The peer is the app, and no other helper is at work.
  void begins(const HelperArguments& arguments);

  /// The last word, on any thread.
  void ends(ExitCode code);

  /// Something was thrown that nobody expected.
  void failed(const char* why);

 private:
  void write(LogLevel level, const std::string& line);

  std::unique_ptr<Log> log_;
  /// Set before there are threads.
  std::string plan_;
};

}  // namespace interface_panel
