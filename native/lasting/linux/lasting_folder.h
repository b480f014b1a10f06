// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "lasting/lasting_place.h"

namespace interface_panel {

/// Where the lasting settings of this computer are.
inline constexpr const char* kLastingFolder = "/var/lib/interface-panel";

/// The files in `kLastingFolder`. Each folder on the way to it must be root's alone.
std::unique_ptr<LastingPlace> openLastingPlace();

}  // namespace interface_panel
