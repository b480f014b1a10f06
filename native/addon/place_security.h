// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// placeSecurity(path): who may exchange a file or folder, see electron/native/place-security.ts.
/// Windows alone. Throws with `platform` when it cannot be read.
Napi::Value placeSecurity(const Napi::CallbackInfo& info);

/// ownSid(): the security identifier of the account of this process as text, or null. Windows
/// alone.
Napi::Value ownSid(const Napi::CallbackInfo& info);

/// programFilesFolder(): the folder for programs of all users as the shell knows it, whatever the
/// environment says. Windows alone.
Napi::Value programFilesFolder(const Napi::CallbackInfo& info);

}  // namespace interface_panel
