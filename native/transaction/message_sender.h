// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "transaction/frame.h"

namespace interface_panel {

/// Takes the frames a helper sends. It may wait a bounded time; whether the peer got them is told
/// to the machine as an event.
class FrameSink {
 public:
  FrameSink() = default;
  FrameSink(const FrameSink&) = delete;
  FrameSink& operator=(const FrameSink&) = delete;
  virtual ~FrameSink() = default;

  virtual void send(const Frame& frame) = 0;
};

/// Numbers the helper's frames and cuts footprints into parts.
class MessageSender {
 public:
  explicit MessageSender(FrameSink& sink) : sink_(sink) {}

  void send(const HelperMessage& message);
  void sendFootprint(std::uint16_t operation, FootprintWhich which, const Footprint& footprint);

  /// Sends nothing more: the peer is gone.
  void mute() { muted_ = true; }

 private:
  FrameSink& sink_;
  std::uint32_t sequence_ = 0;
  bool muted_ = false;
};

}  // namespace interface_panel
