// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace interface_panel {

/// Writes JSON as ASCII alone, with no spaces: V8 keeps it as one byte per character, and whatever
/// a name holds, unpaired surrogates included, comes out of JSON.parse as it went in.
/// Commas come by themselves; that members and ends match is up to the caller.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expectedBytes = 0) { text_.reserve(expectedBytes); }

  void beginObject() { begin('{'); }
  void endObject() { end('}'); }
  void beginArray() { begin('['); }
  void endArray() { end(']'); }

  /// The name of the member that follows; letters and digits only.
  void key(std::string_view name) {
    separate();
    text_ += '"';
    text_ += name;
    text_ += "\":";
  }

  void null() { raw("null"); }
  void boolean(bool value) { raw(value ? "true" : "false"); }

  template <std::integral Integer>
  void number(Integer value) {
    separate();
    appendDigits(value);
    needsComma_ = true;
  }

  /// A number that JavaScript's numbers may not hold, as a string of decimal digits.
  void decimalString(std::uint64_t value) {
    separate();
    text_ += '"';
    appendDigits(value);
    text_ += '"';
    needsComma_ = true;
  }

  /// Text of ours that needs no escaping.
  void plainText(std::string_view text) {
    separate();
    text_ += '"';
    text_ += text;
    text_ += '"';
    needsComma_ = true;
  }

  /// UTF-16 as the platform has it.
  void text(std::u16string_view text);

  /// Bytes that should be UTF-8; each byte that is not becomes U+FFFD.
  void utf8Text(std::string_view text);

  /// Two hexadecimal digits a byte, with colons; empty for no bytes.
  void hexBytes(std::span<const std::uint8_t> bytes);

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  void separate() {
    if (needsComma_) text_ += ',';
    needsComma_ = false;
  }
  void begin(char bracket) {
    separate();
    text_ += bracket;
  }
  void end(char bracket) {
    text_ += bracket;
    needsComma_ = true;
  }
  void raw(std::string_view token) {
    separate();
    text_ += token;
    needsComma_ = true;
  }
  template <std::integral Integer>
  void appendDigits(Integer value) {
    char digits[24];
    const auto result = std::to_chars(std::begin(digits), std::end(digits), value);
    text_.append(digits, static_cast<std::size_t>(result.ptr - digits));
  }
  void appendCodeUnit(char16_t unit);

  std::string text_;
  bool needsComma_ = false;
};

}  // namespace interface_panel
