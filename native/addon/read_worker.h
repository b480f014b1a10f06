// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <functional>
#include <memory>
#include <string>

#include "addon/shared_stack.h"
#include "stack/result.h"

namespace interface_panel {

/// Reads from a stack and makes JSON of it; runs on a worker thread.
using ReadAction = std::function<Result<std::string>(IpStack&)>;

/// Runs `action` off the main thread. The promise resolves with the JSON text, or rejects with
/// platformError. The stack stays open until then, whatever becomes of the object that holds it.
Napi::Promise readInBackground(Napi::Env env, std::shared_ptr<SharedStack> stack,
                               ReadAction action);

}  // namespace interface_panel
