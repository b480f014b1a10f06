// SPDX-License-Identifier: MIT
#include "cli/console.h"

#include <array>
#include <string>

namespace interface_panel {
namespace {

constexpr wchar_t kEndOfInput = 0x1A;  // Ctrl-Z

bool writeAll(HANDLE to, const char* bytes, std::size_t size) {
  while (size > 0) {
    DWORD written = 0;
    if (!WriteFile(to, bytes, static_cast<DWORD>(size), &written, nullptr)) return false;
    bytes += written;
    size -= written;
  }
  return true;
}

std::string utf8Of(const wchar_t* text, int length) {
  const int size = WideCharToMultiByte(CP_UTF8, 0, text, length, nullptr, 0, nullptr, nullptr);
  std::string utf8(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text, length, utf8.data(), size, nullptr, nullptr);
  return utf8;
}

/// A console's own calls alone read more than its code page, whatever that is.
void passTyped(HANDLE from, HANDLE to) {
  std::array<wchar_t, 1024> text{};
  for (;;) {
    DWORD length = 0;
    SetLastError(ERROR_SUCCESS);
    if (!ReadConsoleW(from, text.data(), static_cast<DWORD>(text.size()), &length, nullptr)) return;
    // Ctrl-C ends a line that is being typed, and nothing else.
    if (length == 0 && GetLastError() == ERROR_OPERATION_ABORTED) continue;
    if (length == 0 || text[0] == kEndOfInput) return;
    const std::string utf8 = utf8Of(text.data(), static_cast<int>(length));
    if (!writeAll(to, utf8.data(), utf8.size())) return;
  }
}

void passBytes(HANDLE from, HANDLE to) {
  std::array<char, 4096> bytes{};
  DWORD length = 0;
  while (ReadFile(from, bytes.data(), static_cast<DWORD>(bytes.size()), &length, nullptr) &&
         length > 0) {
    if (!writeAll(to, bytes.data(), length)) return;
  }
}

}  // namespace

Utf8Console::Utf8Console() : input_(GetConsoleCP()), output_(GetConsoleOutputCP()) {
  SetConsoleCP(CP_UTF8);
  SetConsoleOutputCP(CP_UTF8);
}

Utf8Console::~Utf8Console() {
  // Zero: there is no console.
  if (input_ != 0) SetConsoleCP(input_);
  if (output_ != 0) SetConsoleOutputCP(output_);
}

void passInput(HANDLE from, Handle to) {
  DWORD mode = 0;
  if (GetConsoleMode(from, &mode)) {
    passTyped(from, to.get());
  } else {
    passBytes(from, to.get());
  }
}

void passOutput(const Handle& from, HANDLE to) { passBytes(from.get(), to); }

}  // namespace interface_panel
