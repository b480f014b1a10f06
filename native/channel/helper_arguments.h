// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "encoding/sha256.h"

namespace interface_panel {

/// 128 random bits that name one launch; in the Windows pipe's name. A name, not a secret.
using LaunchNonce = std::array<std::uint8_t, 16>;

/// What stands on a helper's command line (docs/helper-protocol.md).
struct HelperArguments {
  LaunchNonce nonce{};
  /// Process id of the app.
  std::uint32_t appProcess = 0;
  Sha256Digest planHash{};
  /// For the simulated helper alone; empty otherwise.
  std::string stateFile = {};

  bool operator==(const HelperArguments&) const = default;
};

/// The command line without the program's name, in the one order and spelling there is.
std::vector<std::string> formatHelperArguments(const HelperArguments& arguments);

/// Reads a command line without the program's name; none unless formatHelperArguments could have
/// written it. `takesStateFile` says whether a state file must, or must not, be named.
std::optional<HelperArguments> parseHelperArguments(std::span<const std::string> arguments,
                                                    bool takesStateFile);

/// Lower-case hexadecimal digits, two a byte.
std::string hexDigits(std::span<const std::uint8_t> bytes);

}  // namespace interface_panel
