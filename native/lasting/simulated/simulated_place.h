// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

#include "lasting/lasting_place.h"

namespace interface_panel::simulated {

/// The folder "<state file>.lasting" beside a simulated network, with the files that Linux has.
/// Nobody guards it: nothing of this computer depends on it.
std::unique_ptr<SettableLastingPlace> openLastingPlace(const std::filesystem::path& stateFile);

}  // namespace interface_panel::simulated
