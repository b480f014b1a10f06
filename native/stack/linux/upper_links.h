// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stack/linux/link_table.h"

namespace interface_panel {

/// Names of the links that stand on this one, such as its VLANs, and of its master, by the `upper_`
/// entries of its folder in sysfs. None where sysfs is not there or is that of another network
/// namespace.
std::optional<std::vector<std::string>> readUpperLinks(const Link& link);

}  // namespace interface_panel
