// SPDX-License-Identifier: MIT
// What a helper may inherit from whoever starts it, and what is left of it.
#include <doctest/doctest.h>
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
