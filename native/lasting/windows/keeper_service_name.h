// SPDX-License-Identifier: MIT
#pragma once

namespace interface_panel {

/// What the keeper's service is called, and the source of its events in the log; the installer
/// makes both (build/packaging/installer.nsh).
inline constexpr const wchar_t* kKeeperService = L"InterfacePanelKeeper";

}  // namespace interface_panel
