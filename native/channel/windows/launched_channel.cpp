// SPDX-License-Identifier: MIT
#include "channel/windows/launched_channel.h"

#include <algorithm>
#include <array>

#include "channel/monotonic_clock.h"

namespace interface_panel {
namespace {

/// How long a helper that has just connected may leave queued frames unread.
constexpr std::uint64_t kQueuePatience = 10'000;

}  // namespace

std::shared_ptr<LaunchedChannel> LaunchedChannel::make() {
  Handle connected(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  Handle closed(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  Handle wakeUp(CreateEventW(nullptr, FALSE, FALSE, nullptr));
  if (!connected.valid() || !closed.valid() || !wakeUp.valid()) return nullptr;
  return std::shared_ptr<LaunchedChannel>(
      new LaunchedChannel(std::move(connected), std::move(closed), std::move(wakeUp)));
}

void LaunchedChannel::connect(std::unique_ptr<Channel> channel) {
  const std::lock_guard lock(mutex_);
  const bool sent = std::all_of(queue_.begin(), queue_.end(), [&](const Frame& frame) {
    return channel->send(frame, kQueuePatience);
  });
  queue_.clear();
  if (!sent || WaitForSingleObject(closed_.get(), 0) == WAIT_OBJECT_0) channel->shutDown();
  channel_ = std::move(channel);
  SetEvent(connected_.get());
}

void LaunchedChannel::giveUp() noexcept { SetEvent(closed_.get()); }

Channel* LaunchedChannel::connectedChannel() {
  const std::lock_guard lock(mutex_);
  return channel_.get();
}

ReceiveStatus LaunchedChannel::receive(Frame& frame, std::uint64_t timeout) {
  const std::uint64_t started = monotonicMilliseconds();
  const std::array<HANDLE, 3> watched{wakeUp_.get(), connected_.get(), closed_.get()};
  const DWORD count = endTold_ ? 1 : static_cast<DWORD>(watched.size());
  const bool there = connectedChannel() != nullptr;
  if (!there) {
    const auto wait = static_cast<DWORD>(std::min<std::uint64_t>(timeout, INFINITE));
    switch (WaitForMultipleObjects(count, watched.data(), FALSE, wait)) {
      case WAIT_OBJECT_0:
        return ReceiveStatus::interrupted;
      case WAIT_OBJECT_0 + 1:
        break;
      case WAIT_OBJECT_0 + 2:
        endTold_ = true;
        return ReceiveStatus::ended;
      default:
        return ReceiveStatus::timedOut;
    }
  }
  const std::uint64_t waited = monotonicMilliseconds() - started;
  return connectedChannel()->receive(frame, timeout - std::min(timeout, waited));
}

bool LaunchedChannel::send(const Frame& frame, std::uint64_t timeout) {
  {
    const std::lock_guard lock(mutex_);
    if (WaitForSingleObject(closed_.get(), 0) == WAIT_OBJECT_0) return false;
    if (!channel_) {
      queue_.push_back(frame);
      return true;
    }
  }
  return connectedChannel()->send(frame, timeout);
}

void LaunchedChannel::interrupt() noexcept {
  SetEvent(wakeUp_.get());
  if (Channel* channel = connectedChannel(); channel != nullptr) channel->interrupt();
}

void LaunchedChannel::shutDown() noexcept {
  SetEvent(closed_.get());
  if (Channel* channel = connectedChannel(); channel != nullptr) channel->shutDown();
}

}  // namespace interface_panel
