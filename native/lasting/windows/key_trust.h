// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

namespace interface_panel {

/// Whether this security descriptor of a registry key lets nobody but SYSTEM, Administrators and
/// TrustedInstaller change the key, and names one of them as its owner. What it does not know how
/// to read lets anybody do anything.
bool isForAdministratorsAlone(PSECURITY_DESCRIPTOR descriptor);

/// The same of an open key (READ_CONTROL, KEY_QUERY_VALUE), which must be no link to another one.
bool isTrustedKey(HKEY key);

}  // namespace interface_panel
