// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "stack/windows/row_footprint.h"

namespace interface_panel::simulated {

/// The 16 bytes of a GUID in the order they are written in; all zero for a text that is none.
AdapterGuid adapterGuid(std::string_view text);

}  // namespace interface_panel::simulated
