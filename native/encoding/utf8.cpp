// SPDX-License-Identifier: MIT
#include "encoding/utf8.h"

#include <cstddef>
#include <cstdint>

namespace interface_panel {
namespace {

constexpr char16_t kReplacement = 0xFFFD;

struct Sequence {
  /// Zero when the first byte begins no well-formed sequence.
  std::size_t length = 0;
  std::uint32_t codePoint = 0;
};

constexpr bool isContinuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

constexpr std::size_t sequenceLength(unsigned first) {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first < 0xE0U) return 2;
  if (first >= 0xE0U && first < 0xF0U) return 3;
  if (first >= 0xF0U && first < 0xF5U) return 4;
  return 0;
}

/// Neither overlong, nor a surrogate, nor beyond Unicode (RFC 3629).
constexpr bool isWellFormed(std::uint32_t codePoint, std::size_t length) {
  if (length == 3) return codePoint >= 0x800U && (codePoint < 0xD800U || codePoint > 0xDFFFU);
  if (length == 4) return codePoint >= 0x10000U && codePoint <= 0x10FFFFU;
  return true;
}

Sequence firstSequence(std::string_view bytes) {
  const unsigned first = static_cast<unsigned char>(bytes.front());
  const std::size_t length = sequenceLength(first);
  if (length == 0 || length > bytes.size()) return {};
  std::uint32_t codePoint = length == 1 ? first : first & (0x7FU >> length);
  for (const char next : bytes.substr(1, length - 1)) {
    const unsigned byte = static_cast<unsigned char>(next);
    if (!isContinuation(byte)) return {};
    codePoint = (codePoint << 6) | (byte & 0x3FU);
  }
  if (!isWellFormed(codePoint, length)) return {};
  return {length, codePoint};
}

void append(std::u16string& text, std::uint32_t codePoint) {
  if (codePoint < 0x10000U) {
    text += static_cast<char16_t>(codePoint);
    return;
  }
  const std::uint32_t offset = codePoint - 0x10000U;
  text += static_cast<char16_t>(0xD800U + (offset >> 10));
  text += static_cast<char16_t>(0xDC00U + (offset & 0x3FFU));
}

void append(std::string& text, std::uint32_t codePoint) {
  const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto more = [&](unsigned shift) { put(0x80U | ((codePoint >> shift) & 0x3FU)); };
  if (codePoint < 0x80U) {
    put(codePoint);
  } else if (codePoint < 0x800U) {
    put(0xC0U | (codePoint >> 6));
    more(0);
  } else if (codePoint < 0x10000U) {
    put(0xE0U | (codePoint >> 12));
    more(6);
    more(0);
  } else {
    put(0xF0U | (codePoint >> 18));
    more(12);
    more(6);
    more(0);
  }
}

constexpr bool isHighSurrogate(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool isLowSurrogate(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

std::optional<std::string> utf8FromUtf16(std::u16string_view units) {
  std::string text;
  while (!units.empty()) {
    const char16_t first = units.front();
    const bool isPair = isHighSurrogate(first) && units.size() > 1 && isLowSurrogate(units[1]);
    if (!isPair && (isHighSurrogate(first) || isLowSurrogate(first))) return std::nullopt;
    append(text, isPair ? 0x10000U + ((first - 0xD800U) << 10) + (units[1] - 0xDC00U) : first);
    units.remove_prefix(isPair ? 2 : 1);
  }
  return text;
}

bool isUtf8Text(std::string_view bytes) {
  while (!bytes.empty()) {
    const Sequence sequence = firstSequence(bytes);
    if (sequence.length == 0 || sequence.codePoint == 0) return false;
    bytes.remove_prefix(sequence.length);
  }
  return true;
}

std::u16string utf16FromUtf8(std::string_view bytes) {
  std::u16string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const Sequence sequence = firstSequence(bytes);
    if (sequence.length == 0) {
      text += kReplacement;
      bytes.remove_prefix(1);
    } else {
      append(text, sequence.codePoint);
      bytes.remove_prefix(sequence.length);
    }
  }
  return text;
}

}  // namespace interface_panel
