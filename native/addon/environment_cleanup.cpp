// SPDX-License-Identifier: MIT
#include "addon/environment_cleanup.h"

#include <utility>

namespace interface_panel {

EnvironmentCleanup::EnvironmentCleanup(Napi::Env env, std::function<void()> action)
    : env_(env), action_(std::move(action)) {
  napi_add_env_cleanup_hook(env_, run, this);
}

EnvironmentCleanup::~EnvironmentCleanup() {
  if (!hasRun_) napi_remove_env_cleanup_hook(env_, run, this);
}

void EnvironmentCleanup::run(void* self) {
  auto& cleanup = *static_cast<EnvironmentCleanup*>(self);
  cleanup.hasRun_ = true;
  // The action may destroy the cleanup, and the function must outlive its own run.
  const std::function<void()> action = std::move(cleanup.action_);
  action();
}

}  // namespace interface_panel
