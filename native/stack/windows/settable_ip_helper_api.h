// SPDX-License-Identifier: MIT
#pragma once

#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// As loadIpHelperApi, with the functions that SetIpInterfaceEntry needs. Linked by the helper
/// alone.
IpHelperApi loadSettableIpHelperApi();

}  // namespace interface_panel
