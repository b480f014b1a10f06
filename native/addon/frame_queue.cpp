// SPDX-License-Identifier: MIT
#include "addon/frame_queue.h"

namespace interface_panel {

void FrameQueue::push(const Frame& frame) {
  const std::scoped_lock lock(mutex_);
  if (closed_) return;
  frames_.push_back(frame);
  changed_.notify_one();
}

std::optional<Frame> FrameQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || !frames_.empty(); });
  if (closed_) return {};
  const Frame frame = frames_.front();
  frames_.pop_front();
  return frame;
}

void FrameQueue::close() {
  const std::scoped_lock lock(mutex_);
  closed_ = true;
  frames_.clear();
  changed_.notify_all();
}

}  // namespace interface_panel
