// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// holdFile(descriptor): whether this open file is now the only one of its file that is held, until
/// it is closed or the process ends (flock(2)). False when another holds it. Linux alone: Windows
/// opens a file so that nobody else can.
Napi::Value holdFile(const Napi::CallbackInfo& info);

}  // namespace interface_panel
