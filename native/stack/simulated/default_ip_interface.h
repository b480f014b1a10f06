// SPDX-License-Identifier: MIT
#pragma once

#include "stack/snapshot.h"

namespace interface_panel::simulated {

/// A row with the defaults Windows gives an adapter of this kind for this family, as Get reports
/// it.
IpInterface defaultIpInterface(const Adapter& adapter, Family family);

}  // namespace interface_panel::simulated
