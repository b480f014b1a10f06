// SPDX-License-Identifier: MIT
#pragma once

#include <napi.h>

#include <atomic>
#include <memory>

#include "addon/environment_cleanup.h"
#include "addon/shared_stack.h"
#include "stack/ip_stack.h"
#include "stack/result.h"

namespace interface_panel {

/// A watch whose news arrive on the main thread. It lives until stop() or the end of the
/// environment, even when JavaScript forgets it, and does not keep a program from ending.
class WatchSession : public std::enable_shared_from_this<WatchSession> {
 public:
  /// `changed` is called without arguments; news that come faster than it runs arrive as one.
  static std::shared_ptr<WatchSession> make(Napi::Env env, Napi::Function changed);

  explicit WatchSession(Napi::ThreadSafeFunction changed) : changed_(changed) {}

  /// Begins to watch; call it from a worker thread, and stop() only after it returned.
  Result<Done> start(SharedStack& stack);

  /// Ends the watch and waits for a notification in flight. Main thread only; again is harmless.
  void stop();

 private:
  void notify();

  Napi::ThreadSafeFunction changed_;
  /// Whether a call of `changed` is under way, so that a burst leaves one entry in the queue.
  std::atomic<bool> pending_ = false;
  std::unique_ptr<Watch> watch_;
  std::unique_ptr<EnvironmentCleanup> cleanup_;
  /// Keeps the session alive while nothing else does.
  std::shared_ptr<WatchSession> self_;
};

/// Starts a watch off the main thread. The promise resolves with a function that ends it, or
/// rejects with platformError.
Napi::Promise watchInBackground(Napi::Env env, std::shared_ptr<SharedStack> stack,
                                Napi::Function changed);

}  // namespace interface_panel
