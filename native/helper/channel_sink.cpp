// SPDX-License-Identifier: MIT
#include "helper/channel_sink.h"

#include <algorithm>

#include "channel/monotonic_clock.h"

namespace interface_panel {

void ChannelSink::send(const Frame& frame) {
  if (broken_) return;
  const std::uint64_t started = monotonicMilliseconds();
  broken_ = !channel_.send(frame, patience_);
  patience_ -= std::min(patience_, monotonicMilliseconds() - started);
}

}  // namespace interface_panel
