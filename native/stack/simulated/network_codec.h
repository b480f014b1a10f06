// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "encoding/byte_stream.h"
#include "stack/simulated/network.h"

namespace interface_panel::simulated {

/// The whole network. Members that Windows has no value for (rules, hops, tables) are left out.
std::vector<std::uint8_t> encodeNetwork(const SimulatedNetwork& network);
/// None for bytes that encodeNetwork did not make, or that make no consistent network.
std::optional<SimulatedNetwork> decodeNetwork(std::span<const std::uint8_t> bytes);

/// Rows and faults as they are after a change; what did not change is left out.
struct ChangedParts {
  std::vector<IpInterface> rows;
  std::optional<Faults> faults;
};

std::vector<std::uint8_t> encodeChangedParts(const ChangedParts& parts);
/// None for bytes that encodeChangedParts did not make, or a row with values its members cannot
/// hold.
std::optional<ChangedParts> decodeChangedParts(std::span<const std::uint8_t> bytes);

}  // namespace interface_panel::simulated
