// SPDX-License-Identifier: MIT
#include "stack/simulated/file_watch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "stack/simulated/network_file.h"

namespace interface_panel::simulated {
namespace {

constexpr std::chrono::milliseconds kInterval{10};

class FileWatch final : public Watch {
 public:
  FileWatch(const std::filesystem::path& path, std::function<void()> changed)
      : file_(path),
        changed_(std::move(changed)),
        // Taken here and not in the thread: a change right after the start must not be missed.
        seen_(file_.stamp()),
        thread_([this](const std::stop_token& stop) { run(stop); }) {}

 private:
  void run(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any alarm;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
      alarm.wait_for(lock, stop, kInterval, [] { return false; });
      if (!stop.stop_requested()) look();
    }
  }

  void look() {
    std::optional<FileStamp> now = file_.stamp();
    if (now == seen_) return;
    seen_ = now;
    changed_();
  }

  const NetworkFile file_;
  const std::function<void()> changed_;
  std::optional<FileStamp> seen_;
  /// Last, so that it ends before what it uses.
  std::jthread thread_;
};

}  // namespace

std::unique_ptr<Watch> watchFile(const std::filesystem::path& path, std::function<void()> changed) {
  return std::make_unique<FileWatch>(path, std::move(changed));
}

}  // namespace interface_panel::simulated
