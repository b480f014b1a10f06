// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "stack/field.h"
#include "stack/linux/field_change.h"
#include "stack/operation.h"
#include "stack/result.h"

namespace interface_panel {

/// The value of one field of the target, as its row tells it, read without what other fields rest
/// on and, as far as the kernel can be asked so, without other links; none where the row has none.
Result<std::optional<std::int64_t>> readFieldValue(ChangeTarget& target, Field field);

/// Why the field cannot be set there now, whatever the value, or Refusal::none.
Result<Refusal> readStandingRefusal(ChangeTarget& target, Field field);

}  // namespace interface_panel
