// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <mutex>

#include "channel/channel.h"
#include "channel/windows/handle.h"

namespace interface_panel {

/// The app's channel to a helper that is perhaps not there yet: frames sent meanwhile wait in a
/// queue, and receive() waits for the helper.
class LaunchedChannel : public Channel {
 public:
  /// Null when the system has no more events.
  static std::shared_ptr<LaunchedChannel> make();

  /// The helper is there: sends what was queued and goes on over `channel`.
  void connect(std::unique_ptr<Channel> channel);

  /// No helper will come.
  void giveUp() noexcept;

  ReceiveStatus receive(Frame& frame, std::uint64_t timeout) override;
  bool send(const Frame& frame, std::uint64_t timeout) override;
  void interrupt() noexcept override;
  void shutDown() noexcept override;

  /// Set once the app has shut the channel down or no helper will come.
  [[nodiscard]] const Handle& closed() const { return closed_; }

 private:
  LaunchedChannel(Handle connected, Handle closed, Handle wakeUp)
      : connected_(std::move(connected)), closed_(std::move(closed)), wakeUp_(std::move(wakeUp)) {}

  [[nodiscard]] Channel* connectedChannel();

  /// Manual reset, both.
  Handle connected_;
  Handle closed_;
  Handle wakeUp_;
  bool endTold_ = false;
  std::mutex mutex_;
  std::deque<Frame> queue_;
  std::unique_ptr<Channel> channel_;
};

}  // namespace interface_panel
