// SPDX-License-Identifier: MIT
#include "keeper/windows/keeper_calls.h"
#include "stack/windows/settable_ip_helper_api.h"

namespace interface_panel {

IpHelperApi keeperCalls() { return loadSettableIpHelperApi(); }

}  // namespace interface_panel
