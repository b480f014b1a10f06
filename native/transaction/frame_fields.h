// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bitset>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "encoding/utf8.h"
#include "transaction/frame.h"

namespace interface_panel {

/// Puts fields into a frame at their offsets, little endian. Twin of FrameReader: one layout
/// function per message serves both.
class FrameWriter {
 public:
  static constexpr bool kReads = false;

  template <std::integral T>
  void number(std::size_t offset, T value) {
    using Bits = std::make_unsigned_t<T>;
    const auto bits = static_cast<Bits>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      frame_[offset + i] = static_cast<std::uint8_t>(bits >> (8 * i));
    }
  }

  template <typename E>
    requires std::is_enum_v<E>
  void enumeration(std::size_t offset, E value, E /*first*/, E /*last*/) {
    number(offset, static_cast<std::underlying_type_t<E>>(value));
  }

  /// An enumeration whose numbers are for somebody else to judge.
  template <typename E>
    requires std::is_enum_v<E>
  void underlying(std::size_t offset, E value) {
    number(offset, static_cast<std::underlying_type_t<E>>(value));
  }

  void flag(std::size_t offset, bool value) {
    number(offset, static_cast<std::uint8_t>(value ? 1 : 0));
  }

  void utf8(std::size_t offset, std::size_t capacity, std::string_view value) {
    text(offset, capacity, value);
  }

  void text(std::size_t offset, std::size_t capacity, std::string_view value) {
    std::copy_n(value.begin(), std::min(capacity, value.size()), frame_.begin() + offset_(offset));
  }

  void bytes(std::size_t offset, std::span<const std::uint8_t> value) {
    std::copy(value.begin(), value.end(), frame_.begin() + offset_(offset));
  }

  [[nodiscard]] const Frame& frame() const { return frame_; }

 private:
  static std::ptrdiff_t offset_(std::size_t offset) { return static_cast<std::ptrdiff_t>(offset); }

  Frame frame_{};
};

/// Takes fields out of a frame and remembers which bytes they named, so that the others can be
/// proved zero. The first defect sticks.
class FrameReader {
 public:
  static constexpr bool kReads = true;

  explicit FrameReader(std::span<const std::uint8_t, kFrameBytes> frame) : frame_(frame) {}

  template <std::integral T>
  void number(std::size_t offset, T& value) {
    using Bits = std::make_unsigned_t<T>;
    Bits bits = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      bits = static_cast<Bits>(bits | static_cast<Bits>(Bits{frame_[offset + i]} << (8 * i)));
    }
    value = static_cast<T>(bits);
    name(offset, sizeof(T));
  }

  template <typename E>
    requires std::is_enum_v<E>
  void enumeration(std::size_t offset, E& value, E first, E last) {
    std::underlying_type_t<E> raw{};
    number(offset, raw);
    if (raw < static_cast<std::underlying_type_t<E>>(first) ||
        raw > static_cast<std::underlying_type_t<E>>(last)) {
      reject(FrameDefect::number);
    }
    value = static_cast<E>(raw);
  }

  template <typename E>
    requires std::is_enum_v<E>
  void underlying(std::size_t offset, E& value) {
    std::underlying_type_t<E> raw{};
    number(offset, raw);
    value = static_cast<E>(raw);
  }

  void flag(std::size_t offset, bool& value) {
    std::uint8_t raw = 0;
    number(offset, raw);
    if (raw > 1) reject(FrameDefect::number);
    value = raw == 1;
  }

  void text(std::size_t offset, std::size_t capacity, std::string& value) {
    padded(offset, capacity, value);
    if (!std::ranges::all_of(value, [](char c) { return c >= 0x20 && c < 0x7F; })) {
      reject(FrameDefect::text);
    }
  }

  void utf8(std::size_t offset, std::size_t capacity, std::string& value) {
    padded(offset, capacity, value);
    const auto isControl = [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; };
    if (!isUtf8Text(value) || std::ranges::any_of(value, isControl)) reject(FrameDefect::text);
  }

  void bytes(std::size_t offset, std::span<std::uint8_t> value) {
    const auto field = frame_.subspan(offset, value.size());
    std::copy(field.begin(), field.end(), value.begin());
    name(offset, value.size());
  }

  /// For a rule that no single field can check.
  void reject(FrameDefect defect) {
    if (!defect_) defect_ = defect;
  }

  /// The first defect; spare bytes that are not zero come last.
  [[nodiscard]] std::optional<FrameDefect> defect() const {
    if (defect_) return defect_;
    for (std::size_t i = 0; i < kFrameBytes; ++i) {
      if (!named_[i] && frame_[i] != 0) return FrameDefect::spareByte;
    }
    return std::nullopt;
  }

 private:
  void padded(std::size_t offset, std::size_t capacity, std::string& value) {
    const auto field = frame_.subspan(offset, capacity);
    const auto end = std::find(field.begin(), field.end(), 0);
    if (!std::all_of(end, field.end(), [](std::uint8_t c) { return c == 0; })) {
      reject(FrameDefect::text);
    }
    value.assign(field.begin(), end);
    name(offset, capacity);
  }

  void name(std::size_t offset, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) named_.set(offset + i);
  }

  std::span<const std::uint8_t, kFrameBytes> frame_;
  std::bitset<kFrameBytes> named_;
  std::optional<FrameDefect> defect_;
};

}  // namespace interface_panel
