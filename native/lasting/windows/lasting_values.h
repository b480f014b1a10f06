// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include "lasting/lasting_place.h"

namespace interface_panel {

// The values of a place for lasting settings.
inline constexpr const wchar_t* kSettingsValue = L"LastingSettings";
inline constexpr const wchar_t* kStatusValue = L"KeeperStatus";
inline constexpr const wchar_t* kDamagedValue = L"LastingSettingsDamaged";
inline constexpr const wchar_t* kOffValue = L"Off";

/// What lies in an open key.
PlaceContent readLastingValues(HKEY key);

/// That nothing lies there that can be used.
PlaceContent withoutLastingKey(LSTATUS status);

}  // namespace interface_panel
