// SPDX-License-Identifier: MIT
#include "lasting/sealed_bytes.h"

#include <algorithm>

#include "encoding/sha256.h"

namespace interface_panel {
namespace {

Sha256Digest digestOf(std::span<const std::uint8_t> bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

}  // namespace

std::vector<std::uint8_t> seal(std::vector<std::uint8_t> bytes) {
  const Sha256Digest digest = digestOf(bytes);
  bytes.insert(bytes.end(), digest.begin(), digest.end());
  return bytes;
}

std::optional<std::span<const std::uint8_t>> unseal(std::span<const std::uint8_t> bytes) {
  constexpr std::size_t kSealBytes = std::tuple_size_v<Sha256Digest>;
  if (bytes.size() < kSealBytes) return std::nullopt;
  const auto content = bytes.first(bytes.size() - kSealBytes);
  const auto seal = bytes.last(kSealBytes);
  if (!std::ranges::equal(digestOf(content), seal)) return std::nullopt;
  return content;
}

}  // namespace interface_panel
