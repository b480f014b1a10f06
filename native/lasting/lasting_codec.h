// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "lasting/lasting_setting.h"

namespace interface_panel {

/// Why bytes are no settings that can be used.
enum class SettingsDefect { damaged, laterVersion };

/// The most bytes that settings can take.
inline constexpr std::size_t kMaxSettingsBytes =
    8 + kMaxLastingSettings * (44 + kMaxAliasBytes + kMaxAccountBytes) + 32;

/// The bytes of docs/lasting-settings.md.
std::vector<std::uint8_t> encodeSettings(const LastingSettings& settings);

/// The settings in these bytes. Anything that encodeSettings does not make is a defect.
std::variant<LastingSettings, SettingsDefect> decodeSettings(std::span<const std::uint8_t> bytes);

}  // namespace interface_panel
