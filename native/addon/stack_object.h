// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <memory>

#include "addon/shared_stack.h"
#include "addon/snapshot_changes.h"

namespace interface_panel {

/// A stack as JavaScript has it: snapshot(), changes(), ipInterface(luid, family),
/// bestRoute(destination, source?) and watch(changed). Each answers with a promise and runs on a
/// worker thread; the reads resolve with JSON text (snapshot_json.h).
class StackObject : public Napi::ObjectWrap<StackObject> {
 public:
  static Napi::Function makeClass(Napi::Env env);

  /// new Stack(name, stateFile?). A TypeError names an argument that is wrong.
  explicit StackObject(const Napi::CallbackInfo& info);

 private:
  Napi::Value snapshot(const Napi::CallbackInfo& info);
  Napi::Value changes(const Napi::CallbackInfo& info);
  Napi::Value ipInterface(const Napi::CallbackInfo& info);
  Napi::Value bestRoute(const Napi::CallbackInfo& info);
  Napi::Value watch(const Napi::CallbackInfo& info);

  std::shared_ptr<SharedStack> stack_;
  /// Used with the stack alone.
  const std::shared_ptr<SnapshotChanges> changes_ = std::make_shared<SnapshotChanges>();
};

}  // namespace interface_panel
