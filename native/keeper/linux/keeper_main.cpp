// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>

#include "keeper/linux/journal_log.h"
#include "keeper/linux/keeper_process.h"

namespace {

using interface_panel::JournalLog;
using interface_panel::KeeperExit;
using interface_panel::LogLevel;

constexpr const char* kUsage =
    "Usage: interface-panel-keeper [--foreground | --version]\n"
    "Sets lasting settings again. --foreground: tells people, not the journal, what it does.\n";

KeeperExit keepFor(JournalLog::Reader reader) {
  JournalLog log(reader);
  try {
    return interface_panel::keep(log);
  } catch (const std::exception& failure) {
    log.write(LogLevel::warning, failure.what());
    return KeeperExit::failed;
  }
}

KeeperExit run(std::span<char*> arguments) {
  if (arguments.empty()) return keepFor(JournalLog::Reader::journald);
  const std::string_view only = arguments.size() == 1 ? arguments.front() : "";
  if (only == "--foreground") return keepFor(JournalLog::Reader::person);
  if (only == "--version") {
    std::puts("interface-panel-keeper " INTERFACE_PANEL_VERSION);
    return KeeperExit::toldToStop;
  }
  std::fputs(kUsage, stderr);
  return KeeperExit::argumentsRefused;
}

}  // namespace

int main(int count, char** values) {
  return static_cast<int>(run(std::span(values, static_cast<std::size_t>(count)).subspan(1)));
}
