// SPDX-License-Identifier: MIT
#include "keeper/windows/keeping.h"

#include <algorithm>
#include <array>

#include "channel/monotonic_clock.h"

namespace interface_panel {
namespace {

/// Milliseconds. Notices come in dozens: each burst is waited for and taken at once.
constexpr std::uint64_t kGatherNotices = 25;

DWORD timeoutUntil(std::uint64_t wakeUp, std::uint64_t now) {
  if (wakeUp == kNever) return INFINITE;
  if (wakeUp <= now) return 0;
  return static_cast<DWORD>(std::min<std::uint64_t>(wakeUp - now, INFINITE - 1));
}

}  // namespace

bool Keeping::run() {
  for (;;) {
    machine_.tick(monotonicMilliseconds());
    switch (wait()) {
      case Heard::stop:
        return true;
      case Heard::store:
        if (!store_.listen()) return false;
        machine_.storeChanged(monotonicMilliseconds());
        break;
      case Heard::notices:
        takeNotices();
        break;
      case Heard::nothing:
        break;
    }
  }
}

Keeping::Heard Keeping::wait() {
  const std::uint64_t now = monotonicMilliseconds();
  const bool gathers = now < listensFrom_;
  const std::uint64_t wakeUp =
      gathers ? std::min(machine_.nextWakeUp(), listensFrom_) : machine_.nextWakeUp();
  const std::array<HANDLE, 3> handles{stop_, store_.event(), notices_.event()};
  const DWORD count = machine_.listens() && !gathers ? 3 : 2;
  switch (WaitForMultipleObjects(count, handles.data(), FALSE, timeoutUntil(wakeUp, now))) {
    case WAIT_OBJECT_0:
      return Heard::stop;
    case WAIT_OBJECT_0 + 1:
      return Heard::store;
    case WAIT_OBJECT_0 + 2:
      return Heard::notices;
    default:
      return Heard::nothing;
  }
}

void Keeping::takeNotices() {
  const KeeperNews news = notices_.take();
  const std::uint64_t now = monotonicMilliseconds();
  machine_.hear(now, news);
  listensFrom_ = now + kGatherNotices;
}

}  // namespace interface_panel
