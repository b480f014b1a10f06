// SPDX-License-Identifier: MIT
#pragma once

#include "lasting/lasting_place.h"
#include "lasting/linux/trusted_folder.h"

namespace interface_panel {

// The files of a place for lasting settings.
inline constexpr const char* kSettingsFile = "lasting-settings";
inline constexpr const char* kStatusFile = "keeper-status";
inline constexpr const char* kDamagedFile = "lasting-settings.damaged";
inline constexpr const char* kOffFile = "off";

/// What lies in a folder.
PlaceContent readLastingFiles(const TrustedFolder& folder);

/// That nothing lies there that can be used.
PlaceContent without(const PlaceFailure& failure);

}  // namespace interface_panel
