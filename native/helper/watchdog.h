// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace interface_panel {

/// Notices a call that never returns. It counts its own ticks instead of reading a clock, so that a
/// process that was stopped, or a machine that slept, does not look like a hang.
class Watchdog {
 public:
  /// `expired` is called on the watchdog's thread once one call has lasted that many ticks.
  Watchdog(std::chrono::milliseconds tick, int ticks, std::function<void()> expired);
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  ~Watchdog();

  /// Watches for as long as it lives.
  class Guard {
   public:
    explicit Guard(Watchdog& watchdog);
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard();

   private:
    Watchdog& watchdog_;
  };

 private:
  void run();

  const std::chrono::milliseconds tick_;
  const int ticks_;
  const std::function<void()> expired_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stop_ = false;
  /// Odd while a call is under way; every call has numbers of its own.
  std::atomic<std::uint64_t> call_ = 0;
  std::thread thread_;
};

}  // namespace interface_panel
