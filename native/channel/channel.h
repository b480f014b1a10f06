// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "transaction/frame.h"

namespace interface_panel {

enum class ReceiveStatus {
  frame,
  /// A message that is not one frame: shorter, longer, or with descriptors attached.
  malformed,
  timedOut,
  /// interrupt() was called.
  interrupted,
  /// The peer closed its end or the channel failed. Told once; from then on receive() waits for an
  /// interrupt or the time-out alone.
  ended,
};

/// Carries whole frames between the app and a helper and keeps their edges. One thread may receive
/// while another sends.
class Channel {
 public:
  Channel() = default;
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  virtual ~Channel() = default;

  /// Waits at most so many milliseconds for the next frame.
  virtual ReceiveStatus receive(Frame& frame, std::uint64_t timeout) = 0;

  /// Sends a frame, waiting at most so many milliseconds for room. False: the peer is gone or did
  /// not read, and the channel is of no more use.
  virtual bool send(const Frame& frame, std::uint64_t timeout) = 0;

  /// Makes a receive() that waits, or the next one, return `interrupted`. May be called from a
  /// signal handler and from any thread.
  virtual void interrupt() noexcept = 0;

  /// Ends the conversation for both sides; receive() and send() of other threads return.
  virtual void shutDown() noexcept = 0;
};

}  // namespace interface_panel
