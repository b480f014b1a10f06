// SPDX-License-Identifier: MIT
#include "helper/windows/utf8_arguments.h"

#include <windows.h>

#include <cwchar>

namespace interface_panel {
namespace {

std::string utf8(const wchar_t* text) {
  const int length = static_cast<int>(std::wcslen(text));
  const int size = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, text, length, nullptr, 0,
                                       nullptr, nullptr);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, text, length, bytes.data(), size, nullptr,
                      nullptr);
  return bytes;
}

}  // namespace

std::vector<std::string> utf8Arguments(int count, const wchar_t* const* values) {
  std::vector<std::string> arguments;
  for (int i = 1; i < count; ++i) arguments.push_back(utf8(values[i]));
  return arguments;
}

}  // namespace interface_panel
