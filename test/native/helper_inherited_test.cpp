// SPDX-License-Identifier: MIT
// What a helper may inherit from whoever starts it, and what is left of it.
#include <doctest/doctest.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "helper/linux/inherited_state.h"
#include "in_child.h"

using namespace interface_panel;

namespace {

constexpr std::array kTimers{ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF};

constexpr std::array kLimits{RLIMIT_CPU, RLIMIT_AS, RLIMIT_DATA, RLIMIT_FSIZE, RLIMIT_RTTIME};

/// CAP_SYS_RESOURCE, which not every container leaves to root.
bool mayRaiseLimits() {
  rlimit low{.rlim_cur = 0, .rlim_max = 0};
  const rlimit none{.rlim_cur = 0, .rlim_max = RLIM_INFINITY};
  return setrlimit(RLIMIT_CORE, &low) == 0 && setrlimit(RLIMIT_CORE, &none) == 0;
}

bool runs(__itimer_which timer) {
  itimerval value{};
  return getitimer(timer, &value) != 0 || value.it_value.tv_sec != 0 ||
         value.it_value.tv_usec != 0 || value.it_interval.tv_sec != 0;
}

}  // namespace

TEST_CASE("No timer of the starter goes on") {
  CHECK(inChild([] {
    constexpr itimerval kLater{.it_interval = {1000, 0}, .it_value = {1000, 0}};
    for (const auto timer : kTimers) setitimer(timer, &kLater, nullptr);
    if (!shedInheritedState()) return false;
    for (const auto timer : kTimers) {
      if (runs(timer)) return false;
    }
    return true;
  }));
}

TEST_CASE("No limit of the starter ends it, or leaves it too little") {
  CHECK(inChild([] {
    constexpr rlim_t kLow = 1UL << 33U;
    // Low for now, and where root may raise it again also for good.
    const rlim_t most = mayRaiseLimits() ? kLow : RLIM_INFINITY;
    for (const auto resource : kLimits) {
      const rlimit low{.rlim_cur = kLow, .rlim_max = most};
      if (setrlimit(resource, &low) != 0) return false;
    }
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = 10;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0 || !shedInheritedState()) return false;
    for (const auto resource : kLimits) {
      rlimit limit{};
      if (getrlimit(resource, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY) return false;
    }
    return getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur >= 1024;
  }));
}

TEST_CASE("It takes its usual turn, whatever priority the starter gave it") {
  CHECK(inChild([] {
    constexpr sched_param kNone{};
    if (setpriority(PRIO_PROCESS, 0, 19) != 0) return false;
    if (sched_setscheduler(0, SCHED_IDLE, &kNone) != 0 || !shedInheritedState()) return false;
    return getpriority(PRIO_PROCESS, 0) == 0 && sched_getscheduler(0) == SCHED_OTHER;
  }));
}

TEST_CASE("A process gets a session of its own, also as the leader of a group or of a session") {
  const auto isAlone = [] { return shedInheritedState() && getsid(0) == getpid(); };
  CHECK(inChild(isAlone));
  CHECK(inChild([&] { return setpgid(0, 0) == 0 && isAlone(); }));
  CHECK(inChild([&] { return setsid() > 0 && isAlone(); }));
}

TEST_CASE("A group leader that others hold to its session is not let begin") {
  CHECK(inChild([] {
    if (setpgid(0, 0) != 0) return false;
    // A second member keeps the group, and with it its leader, where it is.
    const pid_t member = fork();
    if (member == 0) {
      pause();
      _exit(0);
    }
    const bool refused = !shedInheritedState();
    kill(member, SIGKILL);
    return refused;
  }));
}

TEST_CASE("Signals that tell of a fault stay fatal, whatever the starter had blocked") {
  constexpr std::array kFaults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGABRT};
  for (const int signal : kFaults) {
    CAPTURE(signal);
    CHECK_FALSE(inChild([signal] {
      sigset_t all;
      sigfillset(&all);
      sigprocmask(SIG_SETMASK, &all, nullptr);
      std::signal(signal, SIG_DFL);
      shedInheritedState();
      raise(signal);
      return true;
    }));
  }
}
