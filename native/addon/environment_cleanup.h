// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <functional>

namespace interface_panel {

/// Runs an action when the JavaScript environment is torn down (quit, reload, end of a worker),
/// unless this object is destroyed before. Hooks run in reverse order of their making: make it
/// after a ThreadSafeFunction that the action's threads use, so that they end before the function
/// does.
class EnvironmentCleanup {
 public:
  EnvironmentCleanup(Napi::Env env, std::function<void()> action);
  EnvironmentCleanup(const EnvironmentCleanup&) = delete;
  EnvironmentCleanup& operator=(const EnvironmentCleanup&) = delete;
  ~EnvironmentCleanup();

 private:
  static void run(void* self);

  napi_env env_;
  std::function<void()> action_;
  bool hasRun_ = false;
};

}  // namespace interface_panel
