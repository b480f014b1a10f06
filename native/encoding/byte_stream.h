// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace interface_panel {

/// Appends numbers in little endian, whatever the computer's own order.
class ByteWriter {
 public:
  template <typename Number>
  void put(Number number) {
    static_assert(std::is_integral_v<Number> || std::is_enum_v<Number>);
    auto bits = std::uint64_t{static_cast<std::make_unsigned_t<Number>>(number)};
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte, bits >>= 8) {
      bytes_.push_back(static_cast<std::uint8_t>(bits));
    }
  }

  void putBytes(std::span<const std::uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  }

  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
};

/// Takes numbers back. After a read past the end every read gives zero and `isComplete` stays
/// false.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  template <typename Number>
  Number get() {
    static_assert(std::is_integral_v<Number> || std::is_enum_v<Number>);
    if (rest_.size() < sizeof(Number)) {
      reject();
      return Number{};
    }
    std::uint64_t bits = 0;
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
      bits |= static_cast<std::uint64_t>(rest_[byte]) << (8 * byte);
    }
    rest_ = rest_.subspan(sizeof(Number));
    return static_cast<Number>(bits);
  }

  /// Exactly 0 or 1.
  bool getFlag() {
    const auto byte = get<std::uint8_t>();
    if (byte > 1) reject();
    return byte == 1;
  }

  std::span<const std::uint8_t> getBytes(std::size_t count) {
    if (rest_.size() < count) {
      reject();
      return {};
    }
    const auto bytes = rest_.first(count);
    rest_ = rest_.subspan(count);
    return bytes;
  }

  /// A count of elements that take at least `smallest` bytes each.
  std::size_t getCount(std::size_t smallest) {
    const auto count = get<std::uint32_t>();
    if (count > rest_.size() / smallest) {
      reject();
      return 0;
    }
    return count;
  }

  /// Refuses what was read so far; nothing more can be read.
  void reject() {
    failed_ = true;
    rest_ = {};
  }

  [[nodiscard]] std::size_t remaining() const { return rest_.size(); }
  [[nodiscard]] bool failed() const { return failed_; }
  /// Everything was read and nothing is left over.
  [[nodiscard]] bool isComplete() const { return !failed_ && rest_.empty(); }

 private:
  std::span<const std::uint8_t> rest_;
  bool failed_ = false;
};

}  // namespace interface_panel
