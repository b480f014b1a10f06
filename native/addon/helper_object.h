// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// startHelper({ path, planHash, stateFile?, consent, windowHandle? }, listener): an object with
/// send(frame), close() and kill(). electron/native/helper.ts says what they do. A TypeError names
/// an argument that is wrong; nothing is started then.
Napi::Value startHelper(const Napi::CallbackInfo& info);

}  // namespace interface_panel
