// SPDX-License-Identifier: MIT
#pragma once

#include "stack/operation.h"

namespace interface_panel {

/// Why the field table alone refuses to change a field for a family: unknown field or family, a
/// field that is not settable, or not for that family. None when some value is allowed.
Refusal tableRefusal(Field field, Family family);

/// Why the field table alone refuses an operation: as above, or a value out of its range.
Refusal tableRefusal(const Operation& operation);

}  // namespace interface_panel
