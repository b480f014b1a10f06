// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace interface_panel {

/// Names this build, at most 32 printable ASCII characters: an app and a helper of different builds
/// refuse each other.
std::string_view buildId();

}  // namespace interface_panel
