// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "channel/channel.h"
#include "transaction/message_sender.h"

namespace interface_panel {

/// Sends the machine's frames over the channel. A peer that does not read gets so much patience
/// over the whole conversation, then the channel counts as broken.
class ChannelSink : public FrameSink {
 public:
  ChannelSink(Channel& channel, std::uint64_t patience) : channel_(channel), patience_(patience) {}

  void send(const Frame& frame) override;

  [[nodiscard]] bool broken() const { return broken_; }

 private:
  Channel& channel_;
  std::uint64_t patience_;
  bool broken_ = false;
};

}  // namespace interface_panel
