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
#include <utility>

#include "channel/monotonic_clock.h"
#include "helper/linux/call_confinement.h"
#include "helper/linux/capabilities.h"
#include "helper/linux/file_confinement.h"
#include "helper/linux/linux_work_lock.h"
#include "helper/linux/namespace_lock.h"
#include "keeper/keeper_machine.h"
#include "keeper/linux/route_notices.h"
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
  RouteNotices notices;

  [[nodiscard]] bool all() const { return signals.valid() && store.valid() && notices.valid(); }
};

class Keeping {
 public:
  Keeping(Ears& ears, KeeperMachine& machine) : ears_(ears), machine_(machine) {}

  KeeperExit run() {
    for (;;) {
      machine_.tick(monotonicMilliseconds());
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
    const int notices = machine_.listens() && !gathers ? ears_.notices.descriptor() : -1;
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

  void takeNotices() {
    const KeeperNews news = ears_.notices.take();
    const std::uint64_t now = monotonicMilliseconds();
    machine_.hear(now, news);
    listensFrom_ = now + kGatherNotices;
  }

  /// Tables that were read are gone by now; what they took shall be so too before a long wait.
  void giveBackMemory() {
    if (machine_.nextWakeUp() == kNever) malloc_trim(0);
  }

  Ears& ears_;
  KeeperMachine& machine_;
  std::uint64_t listensFrom_ = 0;
};

KeeperExit fail(KeeperLog& log, const char* why, KeeperExit exit = KeeperExit::failed) {
  log.write(LogLevel::warning, why);
  return exit;
}

}  // namespace

KeeperExit keep(KeeperLog& log) {
  if (!harden()) return fail(log, "The process cannot be hardened");
  if (!hasNetAdmin()) {
    return fail(log, "Only root (CAP_NET_ADMIN) can change IP interfaces",
                KeeperExit::notPrivileged);
  }
  if (!hasFolder()) return fail(log, "The folder /var/lib/interface-panel cannot be made");
  KeepersLock keepers;
  switch (keepers.tryTake()) {
    case KeepersLock::Attempt::held:
      break;
    case KeepersLock::Attempt::busy:
      return fail(log, "Another keeper is at work", KeeperExit::second);
    case KeepersLock::Attempt::failed:
      return fail(log, "The lock of keepers cannot be had");
  }
  const auto process = static_cast<std::uint32_t>(getpid());
  const auto startedAt = processStartedAt(process);
  const auto place = openSettableLastingPlace();
  LinuxWorkLock lock;
  Ears ears;
  if (!ears.all()) return fail(log, "The system cannot be listened to");
  const bool isConfined = keepNetAdminOnly() && confineFilesToSettings() && confineCallsToKeeping();
  if (!isConfined) return fail(log, "The process cannot be confined");
  KeeperMachine machine({.openStack = makeSettableLinuxStack,
                         .place = *place,
                         .lock = lock,
                         .log = log,
                         .wallClock = millisecondsSince1970,
                         .process = process,
                         .startedAt = startedAt.value_or(0)},
                        monotonicMilliseconds());
  return Keeping(ears, machine).run();
}

}  // namespace interface_panel
