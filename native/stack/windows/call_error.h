// SPDX-License-Identifier: MIT
#pragma once

#include "stack/win32_error.h"
#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

/// The Error of an iphlpapi function, which answers its code directly and not by GetLastError.
inline Error callError(DWORD code, const char* call) {
  return win32Error(static_cast<int>(code), call);
}

}  // namespace interface_panel
