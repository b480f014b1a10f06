// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace interface_panel {

/// The bytes with their SHA-256 behind them.
std::vector<std::uint8_t> seal(std::vector<std::uint8_t> bytes);

/// What stands before the SHA-256; none if that is not theirs.
std::optional<std::span<const std::uint8_t>> unseal(std::span<const std::uint8_t> bytes);

}  // namespace interface_panel
