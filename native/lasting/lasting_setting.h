// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "stack/adapter_name.h"
#include "stack/field.h"

namespace interface_panel {

inline constexpr std::size_t kMaxLastingSettings = 1024;
inline constexpr std::size_t kMaxAliasBytes = 768;
inline constexpr std::size_t kMaxAccountBytes = 256;
/// In milliseconds since 1970, the last one that the app can show.
inline constexpr std::int64_t kLastMoment = 8'640'000'000'000'000;

/// What names a lasting setting in a store, in a plan and in a status.
using SettingId = std::array<std::uint8_t, 16>;

/// A value of one field, for one adapter and family, that is set again whenever the adapter comes
/// back with another (docs/lasting-settings.md).
struct LastingSetting {
  AdapterName adapter;
  Family family = Family::ipv4;
  Field field = Field::DisableDefaultRoutes;
  std::int64_t value = 0;
  /// Milliseconds since 1970.
  std::int64_t madeAt = 0;
  /// Who made it, as the app said; UTF-8.
  std::string account;

  [[nodiscard]] SettingId id() const;

  bool operator==(const LastingSetting&) const = default;
};

/// The id that a setting for this adapter, family and field has.
SettingId settingId(const AdapterName& adapter, Family family, Field field);

/// In ascending order of their ids, none twice.
using LastingSettings = std::vector<LastingSetting>;

}  // namespace interface_panel
