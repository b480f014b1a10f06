// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

#include "transaction/frame.h"

namespace interface_panel {

/// Frames on their way from the main thread, which must not wait for a peer, to the thread that
/// sends them.
class FrameQueue {
 public:
  /// Dropped when the queue is closed.
  void push(const Frame& frame);

  /// Waits for a frame; none when the queue is closed.
  std::optional<Frame> pop();

  /// Drops what is left and ends every pop(), now and later.
  void close();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Frame> frames_;
  bool closed_ = false;
};

}  // namespace interface_panel
