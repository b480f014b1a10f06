// SPDX-License-Identifier: MIT
#include "log/visible.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace interface_panel {
namespace {

std::string numberIn(std::uint32_t number, int base) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
  return {digits.data(), end.ptr};
}

/// C0 and C1 controls, and what is no sign of its own but acts on others (Unicode's Cf and Zl, Zp).
bool isHidden(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD || point == 0x61C ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

std::string escaped(std::uint32_t point) {
  if (point >= 0x100) return "\\u{" + numberIn(point, 16) + "}";
  return (point < 0x10 ? "\\x0" : "\\x") + numberIn(point, 16);
}

/// How many bytes a sequence of UTF-8 has by its first one.
std::size_t lengthOf(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

std::uint32_t pointOf(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) return first;
  std::uint32_t point = first & (0x7FU >> sequence.size());
  for (const char byte : sequence.substr(1)) {
    point = (point << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return point;
}

/// The first sequence of a text; one byte, where that begins none.
std::string_view firstOf(std::string_view text) {
  const std::size_t length = lengthOf(static_cast<unsigned char>(text.front()));
  const std::string_view sequence = text.substr(0, length);
  const bool isWhole =
      sequence.size() == length && std::ranges::all_of(sequence.substr(1), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
      });
  return isWhole ? sequence : sequence.substr(0, 1);
}

/// Not a character, but half of one.
bool isTorn(std::string_view sequence) {
  return sequence.size() == 1 && static_cast<unsigned char>(sequence.front()) >= 0x80;
}

}  // namespace

std::string visible(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const std::string_view sequence = firstOf(text);
    const std::uint32_t point = pointOf(sequence);
    shown += isHidden(point) || isTorn(sequence) ? escaped(point) : std::string(sequence);
    text.remove_prefix(sequence.size());
  }
  return shown;
}

}  // namespace interface_panel
