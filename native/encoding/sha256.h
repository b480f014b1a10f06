// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace interface_panel {

using Sha256Digest = std::array<std::uint8_t, 32>;

/// SHA-256 as in FIPS 180-4. Our own, because Windows' bcrypt is not on the helper's import list
/// and CryptoAPI reads the registry.
class Sha256 {
 public:
  /// Adds bytes to the message.
  void update(std::span<const std::uint8_t> bytes);

  /// The digest of everything added; the object must not be used afterwards.
  [[nodiscard]] Sha256Digest finish();

 private:
  static constexpr std::size_t kBlockBytes = 64;

  void compress();
  void append(std::uint8_t byte);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, kBlockBytes> block_{};
  std::size_t filled_ = 0;
  std::uint64_t messageBytes_ = 0;
};

}  // namespace interface_panel
