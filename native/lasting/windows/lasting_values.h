// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include <variant>

#include "lasting/lasting_place.h"
#include "lasting/windows/registry_key.h"

namespace interface_panel {

// The values of a place for lasting settings.
inline constexpr const wchar_t* kSettingsValue = L"LastingSettings";
inline constexpr const wchar_t* kStatusValue = L"KeeperStatus";
inline constexpr const wchar_t* kDamagedValue = L"LastingSettingsDamaged";
inline constexpr const wchar_t* kOffValue = L"Off";

/// Why the key, or a value of it, is not used.
struct KeyFailure {
  PlaceProblem problem = PlaceProblem::unreadable;
  Error error;
};

/// The key, itself and no other one that it leads to, of the registry's 64-bit view.
std::variant<RegistryKey, KeyFailure> openTrustedKey(REGSAM access);

/// The bytes of a value, none if it is not there. One that is longer than allowed is cut and one of
/// another type has no bytes: both are found to be damaged.
std::variant<std::optional<std::vector<std::uint8_t>>, KeyFailure> readValue(HKEY key,
                                                                             const wchar_t* name,
                                                                             std::size_t most);

/// What lies in the key.
PlaceContent readLastingKey();

}  // namespace interface_panel
