// SPDX-License-Identifier: MIT
#include "log/windows/event_log.h"

#include "encoding/utf8.h"

namespace interface_panel {
namespace {

/// What ReportEvent takes of a string, in characters.
constexpr std::size_t kLongest = 31'839;

/// Those of eventcreate.exe are 1 to 1000.
DWORD eventOf(LogLevel level) {
  switch (level) {
    case LogLevel::info:
      return 1;
    case LogLevel::notice:
      return 2;
    case LogLevel::warning:
      break;
  }
  return 3;
}

}  // namespace

EventLog::EventLog(const wchar_t* source) : source_(RegisterEventSourceW(nullptr, source)) {}

EventLog::~EventLog() {
  if (source_ != nullptr) DeregisterEventSource(source_);
}

void EventLog::write(LogLevel level, const std::string& line) {
  const std::u16string text = utf16FromUtf8(line).substr(0, kLongest);
  const std::wstring wide(text.begin(), text.end());
  const wchar_t* strings = wide.c_str();
  const WORD type = level == LogLevel::warning ? EVENTLOG_WARNING_TYPE : EVENTLOG_INFORMATION_TYPE;
  // Nobody may read it, and whoever writes goes on.
  (void)ReportEventW(source_, type, 0, eventOf(level), nullptr, 1, 0, &strings, nullptr);
}

}  // namespace interface_panel
