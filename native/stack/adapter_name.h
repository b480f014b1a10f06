// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace interface_panel {

/// A GUID as it lies in memory; all zero: none.
using AdapterGuid = std::array<std::uint8_t, 16>;

/// The GUID in "{8-4-4-4-12}"; none in anything else.
std::optional<AdapterGuid> guidFromText(std::string_view text);

/// What an adapter is known by when it comes back, in place of its LUID.
struct AdapterName {
  /// UTF-8; empty for one whose name is no Unicode.
  std::string alias;
  /// IANA ifType.
  std::uint32_t type = 0;
  /// Zero where the system has none that lasts.
  AdapterGuid guid{};

  bool operator==(const AdapterName&) const = default;
};

/// An adapter that is there.
struct NamedAdapter {
  std::uint64_t luid = 0;
  AdapterName name;

  bool operator==(const NamedAdapter&) const = default;
};

}  // namespace interface_panel
