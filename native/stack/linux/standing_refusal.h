// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/linux/ip_interface_row.h"
#include "stack/operation.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Whether Linux has a place where this field of this family can be set at all.
bool settableOnLinux(Field field, Family family);

/// Why `field` of `row` cannot be set now whatever the new value, or none.
Refusal standingRefusal(Field field, const IpInterface& row, const IpInterfaceFacts& facts);

/// All fields that the table calls settable and that have a standing refusal here.
std::vector<FieldRefusal> standingRefusals(const IpInterface& row, const IpInterfaceFacts& facts);

}  // namespace interface_panel
