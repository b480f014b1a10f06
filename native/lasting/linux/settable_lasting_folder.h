// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "lasting/lasting_place.h"

namespace interface_panel {

/// As openLastingPlace, to write as well. The folder is opened now and stays open, so that a
/// process that gives up its rights can go on with it; one that is missing stays missing.
std::unique_ptr<SettableLastingPlace> openSettableLastingPlace();

}  // namespace interface_panel
