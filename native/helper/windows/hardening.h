// SPDX-License-Identifier: MIT
#pragma once

namespace interface_panel {

/// Closes what an elevated process may be attacked through: DLLs from elsewhere than the system's
/// folder, code made at run time, programs that it could start. False: not possible here.
bool hardenElevatedProcess();

}  // namespace interface_panel
