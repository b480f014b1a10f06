// SPDX-License-Identifier: MIT
#include "keeper/linux/keeper_process.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <optional>
#include <utility>

#include "channel/monotonic_clock.h"
#include "helper/linux/call_confinement.h"
#include "helper/linux/capabilities.h"
#include "helper/linux/file_confinement.h"
#include "helper/linux/linux_work_lock.h"
#include "helper/linux/namespace_lock.h"
#include "keeper/keeper_machine.h"
#include "keeper/linux/interface_notices.h"
#include "keeper/linux/store_watch.h"
#include "lasting/keeper_process.h"
#include "lasting/linux/lasting_folder.h"
#include "lasting/linux/settable_lasting_folder.h"
#include "stack/linux/settable_linux_stack.h"

namespace interface_panel {
namespace {

constexpr const char* kLockOfKeepers = "/var/lib/interface-panel/keeper-lock";
/// Notices come in dozens: each burst is waited for and read at once.
constexpr std::uint64_t kGatherNotices = 25;
constexpr std::uint64_t kLongWait = 500;

std::int64_t millisecondsSince1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool harden() {
  umask(022);
  std::signal(SIGPIPE, SIG_IGN);
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

/// SIGTERM and the like, as something to poll for.
FileDescriptor listenForSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT}) sigaddset(&signals, signal);
  if (sigprocmask(SIG_BLOCK, &signals, nullptr) != 0) return {};
  return FileDescriptor(signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

bool hasFolder() { return mkdir(kLastingFolder, 0755) == 0 || errno == EEXIST; }

/// One keeper for these settings, and one for this network namespace. Both locks are held until the
/// process ends, and nobody but root can hold them.
class KeepersLock {
 public:
  enum class Attempt { held, busy, failed };

  Attempt tryTake() {
    file_ = FileDescriptor(open(kLockOfKeepers, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file_.valid()) return Attempt::failed;
    if (flock(file_.get(), LOCK_EX | LOCK_NB) != 0) return Attempt::busy;
    switch (lockNetworkNamespace(name_, kKeeperName)) {
      case NamespaceLock::held:
        return Attempt::held;
      case NamespaceLock::busy:
        return Attempt::busy;
      case NamespaceLock::failed:
        break;
    }
    return Attempt::failed;
  }

 private:
  FileDescriptor file_;
  FileDescriptor name_;
};

/// All that it listens to.
struct Ears {
  FileDescriptor signals = listenForSignals();
  StoreWatch store;
  InterfaceNotices notices;

  [[nodiscard]] bool all() const { return signals.valid() && store.valid() && notices.valid(); }
};

class Keeping {
 public:
  Keeping(Ears& ears, KeeperMachine& machine, bool& hasReadTables)
      : ears_(ears), machine_(machine), hasReadTables_(hasReadTables) {}

  KeeperExit run() {
    for (;;) {
      machine_.tick(monotonicMilliseconds());
      if (!listenWhereOfUse()) return KeeperExit::failed;
      giveBackMemory();
      const auto heard = wait();
      if (heard.signal) return KeeperExit::toldToStop;
      if (heard.store) {
        const StoreWatch::News news = ears_.store.take();
        if (news.isOtherFolder) return KeeperExit::otherFolder;
        if (news.isChanged) machine_.storeChanged(monotonicMilliseconds());
      }
      if (heard.notices) takeNotices();
    }
  }

 private:
  struct Heard {
    bool signal = false;
    bool store = false;
    bool notices = false;
  };

  Heard wait() {
    const std::uint64_t now = monotonicMilliseconds();
    const bool gathers = now < listensFrom_;
    std::uint64_t wakeUp = machine_.nextWakeUp();
    if (gathers) wakeUp = std::min(wakeUp, listensFrom_);
    const int notices = gathers ? -1 : ears_.notices.descriptor();
    std::array<pollfd, 3> waiting{{{ears_.signals.get(), POLLIN, 0},
                                   {ears_.store.descriptor(), POLLIN, 0},
                                   {notices, POLLIN, 0}}};
    if (poll(waiting.data(), waiting.size(), timeoutUntil(wakeUp, now)) <= 0) return {};
    return {waiting[0].revents != 0, waiting[1].revents != 0, waiting[2].revents != 0};
  }

  static int timeoutUntil(std::uint64_t wakeUp, std::uint64_t now) {
    if (wakeUp == kNever) return -1;
    if (wakeUp <= now) return 0;
    return static_cast<int>(std::min<std::uint64_t>(wakeUp - now, INT_MAX));
  }

  /// To notices only while something lasts. False: it cannot.
  bool listenWhereOfUse() {
    if (machine_.listens() == ears_.notices.valid()) return true;
    if (!machine_.listens()) {
      ears_.notices.stopListening();
      return true;
    }
    if (!ears_.notices.listenAgain()) return false;
    // Whatever came since the tables were read.
    KeeperNews all;
    all.ofAll = true;
    machine_.hear(monotonicMilliseconds(), all);
    return true;
  }

  void takeNotices() {
    const KeeperNews news = ears_.notices.take();
    const std::uint64_t now = monotonicMilliseconds();
    machine_.hear(now, news);
    listensFrom_ = now + kGatherNotices;
  }

  /// Tables that were read, which may be large, are gone by now; what they took shall be so too.
  void giveBackMemory() {
    const bool isWaitLong = machine_.nextWakeUp() > monotonicMilliseconds() + kLongWait;
    if (isWaitLong && std::exchange(hasReadTables_, false)) malloc_trim(0);
  }

  Ears& ears_;
  KeeperMachine& machine_;
  bool& hasReadTables_;
  std::uint64_t listensFrom_ = 0;
};

/// Why there is nothing to keep with; none when there is.
struct Obstacle {
  KeeperExit exit = KeeperExit::failed;
  const char* why = "";
};

std::optional<Obstacle> takePlace(KeepersLock& keepers) {
  if (!harden()) return Obstacle{KeeperExit::failed, "The process cannot be hardened"};
  if (!hasNetAdmin()) {
    return Obstacle{KeeperExit::notPrivileged,
                    "Only root (CAP_NET_ADMIN) can change IP interfaces"};
  }
  if (!hasFolder()) return Obstacle{KeeperExit::failed, "The folder of settings cannot be made"};
  switch (keepers.tryTake()) {
    case KeepersLock::Attempt::held:
      return std::nullopt;
    case KeepersLock::Attempt::busy:
      return Obstacle{KeeperExit::second, "Another keeper is at work"};
    case KeepersLock::Attempt::failed:
      break;
  }
  return Obstacle{KeeperExit::failed, "The lock of keepers cannot be had"};
}

bool confine() { return keepNetAdminOnly() && confineFilesToSettings() && confineCallsToKeeping(); }

KeeperExit end(Log& log, const Obstacle& obstacle) {
  log.write(LogLevel::warning, obstacle.why);
  return obstacle.exit;
}

}  // namespace

KeeperExit keep(Log& log) {
  KeepersLock keepers;
  if (const auto obstacle = takePlace(keepers)) return end(log, *obstacle);
  const auto process = static_cast<std::uint32_t>(getpid());
  const auto startedAt = processStartedAt(process);
  const auto place = openSettableLastingPlace();
  LinuxWorkLock lock;
  Ears ears;
  if (!ears.all()) return end(log, {KeeperExit::failed, "The system cannot be listened to"});
  if (!confine()) return end(log, {KeeperExit::failed, "The process cannot be confined"});
  bool hasReadTables = false;
  const auto openStack = [&hasReadTables] {
    hasReadTables = true;
    return makeSettableLinuxStack();
  };
  KeeperMachine machine({.openStack = openStack,
                         .place = *place,
                         .lock = lock,
                         .log = log,
                         .wallClock = millisecondsSince1970,
                         .process = process,
                         .startedAt = startedAt.value_or(0)},
                        monotonicMilliseconds());
  return Keeping(ears, machine, hasReadTables).run();
}

}  // namespace interface_panel
