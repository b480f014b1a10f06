// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// readLastingPlace(stateFile | null): what lies where lasting settings are, byte by byte; see
/// electron/native/lasting-place.ts. With a state file: beside that simulated network.
Napi::Value readLastingPlace(const Napi::CallbackInfo& info);

/// isKeeperRunning(process, startedAt): whether the keeper that wrote this into its status still
/// runs: no other process that came to its number.
Napi::Value isKeeperRunning(const Napi::CallbackInfo& info);

}  // namespace interface_panel
