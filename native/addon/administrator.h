// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// isAdministrator(): whether the account of this process is an administrator's, whose consent is
/// enough for elevation; others are asked for an administrator's password. Windows alone.
Napi::Value isAdministrator(const Napi::CallbackInfo& info);

/// elevatesSilently(): whether a helper gets all rights without anybody being asked: this process
/// has them already, or Windows is set to ask administrators nothing. Windows alone.
Napi::Value elevatesSilently(const Napi::CallbackInfo& info);

}  // namespace interface_panel
