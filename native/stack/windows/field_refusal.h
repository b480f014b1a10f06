// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/snapshot.h"

namespace interface_panel {

/// Interface type of the software loopback interface (ipifcons.h).
inline constexpr std::uint32_t kSoftwareLoopbackType = 24;

/// True while router advertisements set the M and O flags of this row: setting them has no effect.
/// Source: Set-NetIPInterface, -ManagedAddressConfiguration.
bool areAddressFlagsAdvertised(const IpInterface& ipInterface);

/// Why `field`, which the table says is settable, cannot be set on this row to any value now.
Refusal fieldRefusal(const IpInterface& ipInterface, std::uint32_t adapterType, Field field);

/// Why a value that the table allows cannot be set on an adapter with this link MTU (0 = not told):
/// the MTU is above it, or the value is the mark that means "leave as it is" to
/// SetIpInterfaceEntry.
Refusal valueRefusal(Field field, std::int64_t value, std::uint32_t linkMtu);

/// All fields of the row that fieldRefusal refuses.
std::vector<FieldRefusal> fieldRefusals(const IpInterface& ipInterface, std::uint32_t adapterType);

}  // namespace interface_panel
