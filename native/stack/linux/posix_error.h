// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stack/result.h"

namespace interface_panel {

/// An Error from an errno value with the C library's symbol for it ("EPERM").
Error posixError(int code, std::string call);

}  // namespace interface_panel
