// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "lasting/lasting_setting.h"
#include "stack/operation.h"

namespace interface_panel {

/// One lasting change of a plan: from what the store has for a field of an adapter to what it is
/// to have.
struct LastingChange {
  Field field = Field::DisableDefaultRoutes;
  Family family = Family::ipv4;
  /// The adapter for which a value is to last; 0 where none is.
  std::uint64_t luid = 0;
  std::optional<std::int64_t> expected = {};
  std::optional<std::int64_t> value = {};
  SettingId id{};

  bool operator==(const LastingChange&) const = default;
};

/// When and by whom settings are made.
struct LastingOrigin {
  /// Milliseconds since 1970.
  std::int64_t madeAt = 0;
  std::string account;
};

/// The settings after the changes, or why these are refused: unknownInterface, interfaceReplaced
/// (the adapter is called otherwise now), lastingChanged, tooManyLasting.
std::variant<LastingSettings, Refusal> changedSettings(LastingSettings settings,
                                                       std::span<const LastingChange> changes,
                                                       std::span<const NamedAdapter> adapters,
                                                       const LastingOrigin& origin);

}  // namespace interface_panel
