// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "lasting/lasting_place.h"

namespace interface_panel {

/// As openLastingPlace, to write as well. Makes no key.
std::unique_ptr<SettableLastingPlace> openSettableLastingPlace();

}  // namespace interface_panel
