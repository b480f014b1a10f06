// SPDX-License-Identifier: MIT
#include "helper/watchdog.h"

#include <utility>

namespace interface_panel {

Watchdog::Watchdog(std::chrono::milliseconds tick, int ticks, std::function<void()> expired)
    : tick_(tick), ticks_(ticks), expired_(std::move(expired)), thread_([this] { run(); }) {}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void Watchdog::run() {
  std::uint64_t watchedCall = 0;
  int ticksInCall = 0;
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, tick_, [this] { return stop_; })) {
    const std::uint64_t call = call_;
    const bool underWay = call % 2 == 1;
    ticksInCall = underWay && call == watchedCall ? ticksInCall + 1 : 0;
    watchedCall = call;
    if (ticksInCall >= ticks_) {
      expired_();
      ticksInCall = 0;
    }
  }
}

Watchdog::Guard::Guard(Watchdog& watchdog) : watchdog_(watchdog) { ++watchdog_.call_; }

Watchdog::Guard::~Guard() { ++watchdog_.call_; }

}  // namespace interface_panel
