// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <memory>

#include "addon/shared_stack.h"

namespace interface_panel {

/// A stack as JavaScript has it: snapshot(), ipInterface(luid, family), bestRoute(destination,
/// source?) and watch(changed). Each answers with a promise and runs on a worker thread; the reads
/// resolve with JSON text in the shapes of electron/contract/snapshot.ts.
class StackObject : public Napi::ObjectWrap<StackObject> {
 public:
  static Napi::Function makeClass(Napi::Env env);

  /// new Stack(name, stateFile?). A TypeError names an argument that is wrong.
  explicit StackObject(const Napi::CallbackInfo& info);

 private:
  Napi::Value snapshot(const Napi::CallbackInfo& info);
  Napi::Value ipInterface(const Napi::CallbackInfo& info);
  Napi::Value bestRoute(const Napi::CallbackInfo& info);
  Napi::Value watch(const Napi::CallbackInfo& info);

  std::shared_ptr<SharedStack> stack_;
};

}  // namespace interface_panel
