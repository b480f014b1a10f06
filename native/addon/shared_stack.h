// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "stack/ip_stack.h"

namespace interface_panel {

/// A stack that worker threads take turns with: IpStack serves one thread at a time.
class SharedStack {
 public:
  SharedStack(std::string name, std::unique_ptr<IpStack> stack)
      : name_(std::move(name)), stack_(std::move(stack)) {}

  /// "linux", "windows" or "simulated".
  [[nodiscard]] const std::string& name() const { return name_; }

  /// Calls `action` with the stack, alone. Blocks while another thread is at it.
  template <typename Action>
  auto use(Action action) {
    const std::scoped_lock lock(mutex_);
    return action(*stack_);
  }

 private:
  const std::string name_;
  const std::unique_ptr<IpStack> stack_;
  std::mutex mutex_;
};

}  // namespace interface_panel
