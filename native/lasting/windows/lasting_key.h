// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "lasting/lasting_place.h"

namespace interface_panel {

/// Where the lasting settings of this computer are, below HKEY_LOCAL_MACHINE.
inline constexpr const wchar_t* kLastingKey = L"SOFTWARE\\Interface Panel";

/// The values in `kLastingKey`.
std::unique_ptr<LastingPlace> openLastingPlace();

}  // namespace interface_panel
