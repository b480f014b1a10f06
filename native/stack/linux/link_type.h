// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/linux/link_table.h"

namespace interface_panel {

/// Fills in the IANA ifType of each link from its hardware type (ARPHRD_*), its kind, and what
/// nl80211 says to be Wi-Fi. Source: IANAifType-MIB, ipifcons.h.
void assignLinkTypes(std::vector<Link>& links);

}  // namespace interface_panel
