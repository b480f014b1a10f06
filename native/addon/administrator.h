// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// isAdministrator(): whether the account of this process is an administrator's, whose consent is
/// enough for elevation; others are asked for an administrator's password. Windows alone.
Napi::Value isAdministrator(const Napi::CallbackInfo& info);

}  // namespace interface_panel
