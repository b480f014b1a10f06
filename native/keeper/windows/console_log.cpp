// SPDX-License-Identifier: MIT
#include "keeper/windows/console_log.h"

#include <windows.h>

#include "encoding/utf8.h"

namespace interface_panel {

void ConsoleLog::write(LogLevel, const std::string& line) {
  const std::string text = line + "\r\n";
  const std::u16string units = utf16FromUtf8(text);
  HANDLE output = GetStdHandle(STD_ERROR_HANDLE);
  DWORD written = 0;
  // A console's own call alone knows more characters than its code page.
  if (WriteConsoleW(output, units.data(), static_cast<DWORD>(units.size()), &written, nullptr)) {
    return;
  }
  (void)WriteFile(output, text.data(), static_cast<DWORD>(text.size()), &written, nullptr);
}

}  // namespace interface_panel
