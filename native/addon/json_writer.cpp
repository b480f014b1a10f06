// SPDX-License-Identifier: MIT
#include "addon/json_writer.h"

#include "encoding/utf8.h"

namespace interface_panel {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

constexpr bool needsEscape(char16_t unit) {
  return unit < 0x20 || unit > 0x7E || unit == u'"' || unit == u'\\';
}

}  // namespace

void JsonWriter::appendCodeUnit(char16_t unit) {
  if (!needsEscape(unit)) {
    text_ += static_cast<char>(unit);
    return;
  }
  text_ += "\\u";
  for (const int shift : {12, 8, 4, 0}) {
    text_ += kHexDigits[(static_cast<unsigned>(unit) >> shift) & 0xFU];
  }
}

void JsonWriter::text(std::u16string_view text) {
  separate();
  text_ += '"';
  for (const char16_t unit : text) appendCodeUnit(unit);
  text_ += '"';
  needsComma_ = true;
}

void JsonWriter::utf8Text(std::string_view bytes) { text(utf16FromUtf8(bytes)); }

void JsonWriter::hexBytes(std::span<const std::uint8_t> bytes) {
  separate();
  text_ += '"';
  bool first = true;
  for (const unsigned byte : bytes) {
    if (!first) text_ += ':';
    first = false;
    text_ += kHexDigits[byte >> 4];
    text_ += kHexDigits[byte & 0xFU];
  }
  text_ += '"';
  needsComma_ = true;
}

}  // namespace interface_panel
