// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

namespace interface_panel {

/// The field table this build was made with, for a test to compare with
/// electron/contract/fields.ts: an array of { name, type, access, IPv4, IPv6 }, the last two { min,
/// max } or null.
Napi::Value fieldTableArray(const Napi::CallbackInfo& info);

/// The refusals by name with their numbers, as electron/contract/refusals.ts has them.
Napi::Value refusalNumbers(const Napi::CallbackInfo& info);

}  // namespace interface_panel
