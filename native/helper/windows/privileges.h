// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

namespace interface_panel {

/// Whether this process is elevated and administrators are an enabled group of its token. Without
/// UAC, or for an ordinary user, it is not.
bool isElevatedAdministrator();

/// Enables one privilege of this process's token; false if it has none of that name.
bool enablePrivilege(const wchar_t* name);

/// Removes every privilege from this process's token, for good.
bool removeAllPrivileges();

}  // namespace interface_panel
