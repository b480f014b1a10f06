// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "stack/field.h"
#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

/// The number in a member of the row, exactly as it stands there; enumerations are signed.
/// ZoneIndices, which is no number, reads as 0.
std::int64_t readMember(const MIB_IPINTERFACE_ROW& row, Field field);

/// Writes the low bytes of `value` into a member of the row. Leaves ZoneIndices alone.
void writeMember(MIB_IPINTERFACE_ROW& row, Field field, std::int64_t value);

/// The value of a field as the stacks report it: booleans are 0 or 1; none where the row holds the
/// "unchanged" mark (0xFF in a BOOLEAN, -1 in an enumeration), which is never a value.
std::optional<std::int64_t> fieldValue(const MIB_IPINTERFACE_ROW& row, Field field);

}  // namespace interface_panel
