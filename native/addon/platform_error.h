// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include "stack/result.h"

namespace interface_panel {

/// Domain ("win32" or "errno"), name, number and call, as AppError.platform of
/// electron/contract/errors.ts has them.
Napi::Object platformObject(Napi::Env env, const Error& error);

/// The Error that JavaScript gets for a failed platform call; its member `platform` says which.
Napi::Error platformError(Napi::Env env, const Error& error);

}  // namespace interface_panel
