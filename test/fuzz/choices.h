// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace interface_panel {

/// Choices read from a fuzzer's bytes, first byte first: what is appended to an input happens after
/// what was there.
class Choices {
 public:
  explicit Choices(std::span<const std::uint8_t> bytes) : left_(bytes) {}

  [[nodiscard]] bool areLeft() const { return !left_.empty(); }

  /// 0 when none are left.
  std::uint8_t byte() {
    if (left_.empty()) return 0;
    const std::uint8_t first = left_.front();
    left_ = left_.subspan(1);
    return first;
  }

  /// 0 to count - 1; count is at most 256.
  std::size_t below(std::size_t count) { return byte() % count; }

  template <typename Table>
  const auto& oneOf(const Table& table) {
    return table[below(std::size(table))];
  }

 private:
  std::span<const std::uint8_t> left_;
};

}  // namespace interface_panel
