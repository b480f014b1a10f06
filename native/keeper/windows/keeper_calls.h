// SPDX-License-Identifier: MIT
#pragma once

#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// The calls through which a keeper hears and sets. The system's own, or in a keeper of the tests
/// those of a computer that is made up: one of both is linked.
IpHelperApi keeperCalls();

}  // namespace interface_panel
