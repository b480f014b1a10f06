// SPDX-License-Identifier: MIT
#include "channel/windows/command_line.h"

#include <filesystem>

namespace interface_panel {
namespace {

/// Quotes one argument: backslashes count only before a quotation mark, where they are doubled.
void appendQuoted(std::wstring& line, const std::wstring& argument) {
  line += L'"';
  std::size_t backslashes = 0;
  for (const wchar_t character : argument) {
    if (character == L'"') line.append(backslashes + 1, L'\\');
    backslashes = character == L'\\' ? backslashes + 1 : 0;
    line += character;
  }
  line.append(backslashes, L'\\');
  line += L'"';
}

}  // namespace

std::wstring wideText(const std::string& utf8) {
  return std::filesystem::path(std::u8string(utf8.begin(), utf8.end())).wstring();
}

std::wstring joinArguments(const std::vector<std::string>& arguments) {
  std::wstring line;
  for (const std::string& argument : arguments) {
    if (!line.empty()) line += L' ';
    const bool plain = !argument.empty() && argument.find_first_of(" \t\"") == std::string::npos;
    if (plain) {
      line += wideText(argument);
    } else {
      appendQuoted(line, wideText(argument));
    }
  }
  return line;
}

}  // namespace interface_panel
