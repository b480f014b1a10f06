// SPDX-License-Identifier: MIT
#include "helper/linux/inherited_state.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace interface_panel {
namespace {

constexpr std::array kFaults{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS, SIGABRT};

/// A launcher that has gone away must not end us while we write a line to its pipe (SIGPIPE), and a
/// stopped helper takes nothing back (SIGTSTP, SIGTTIN, SIGTTOU). The rest is no wish that we end.
constexpr std::array kIgnored{SIGPIPE, SIGTSTP,  SIGTTIN, SIGTTOU,
                              SIGCHLD, SIGWINCH, SIGURG,  SIGCONT};

/// Two real-time signals that the C library keeps for cancelling threads and changing users, which
/// nothing here does. They would end us, and it lets nobody block or handle them.
constexpr std::array kOfLibrary{32, 33};

/// What rt_sigaction(2) takes, all zero but the handler, of which SIG_IGN is 1: the same on x86-64
/// and arm64.
struct KernelAction {
  unsigned long handler;
  std::array<unsigned long, 3> rest;
};

bool ignoreSignalOfLibrary(int signal) {
  constexpr KernelAction kIgnore{.handler = 1, .rest = {}};
  constexpr std::size_t kMaskSize = 8;
  return syscall(SYS_rt_sigaction, signal, &kIgnore, nullptr, kMaskSize) == 0;
}

bool settleSignals() {
  const sigset_t stops = stopSignals();
  if (sigprocmask(SIG_SETMASK, &stops, nullptr) != 0) return false;
  for (int signal = 1; signal <= SIGRTMAX; ++signal) {
    if (sigismember(&stops, signal) == 1) std::signal(signal, SIG_DFL);
  }
  for (const int signal : kIgnored) {
    if (std::signal(signal, SIG_IGN) == SIG_ERR) return false;
  }
  for (const int signal : kOfLibrary) {
    if (!ignoreSignalOfLibrary(signal)) return false;
  }
  return true;
}

bool stopTimers() {
  constexpr itimerval kNever{};
  for (const auto timer : {ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF}) {
    if (setitimer(timer, &kNever, nullptr) != 0) return false;
  }
  return true;
}

/// Out of reach of the keys of the terminal that the app was started in. The leader of a process
/// group cannot leave its session, so such a one joins its parent's group first.
bool leaveSession() {
  if (getsid(0) == getpid() || setsid() > 0) return true;
  return setpgid(0, getpgid(getppid())) == 0 && setsid() > 0;
}

/// What ends a process that uses too much, or lets it have too little to go on with.
constexpr std::array kLiftedLimits{RLIMIT_CPU,   RLIMIT_RTTIME, RLIMIT_AS,      RLIMIT_DATA,
                                   RLIMIT_FSIZE, RLIMIT_NPROC,  RLIMIT_MEMLOCK, RLIMIT_SIGPENDING};

constexpr rlim_t kUsualFiles = 1024;
constexpr rlim_t kUsualStack = 8UL * 1024 * 1024;

/// At least so much of a resource. Root may raise what it was started with; others take what they
/// may have.
bool allow(__rlimit_resource resource, rlim_t least) {
  rlimit limit{};
  if (getrlimit(resource, &limit) != 0) return false;
  const rlimit wanted{.rlim_cur = std::max(limit.rlim_cur, least),
                      .rlim_max = std::max(limit.rlim_max, least)};
  if (setrlimit(resource, &wanted) == 0) return true;
  limit.rlim_cur = limit.rlim_max;
  return setrlimit(resource, &limit) == 0;
}

bool liftLimits() {
  for (const auto resource : kLiftedLimits) {
    if (!allow(resource, RLIM_INFINITY)) return false;
  }
  constexpr rlimit kNone{};
  return allow(RLIMIT_NOFILE, kUsualFiles) && allow(RLIMIT_STACK, kUsualStack) &&
         setrlimit(RLIMIT_CORE, &kNone) == 0;
}

/// Neither last in the queue for the processor nor, in real time, before everybody else. Who may
/// not come forward again (no CAP_SYS_NICE, as in a container) works from where it is.
void takeUsualTurn() {
  constexpr sched_param kUsual{};
  sched_setscheduler(0, SCHED_OTHER, &kUsual);
  if (getpriority(PRIO_PROCESS, 0) > 0) setpriority(PRIO_PROCESS, 0, 0);
}

}  // namespace

sigset_t stopSignals() {
  sigset_t signals;
  sigfillset(&signals);
  for (const int signal : kFaults) sigdelset(&signals, signal);
  for (const int signal : kIgnored) sigdelset(&signals, signal);
  for (const int signal : {SIGKILL, SIGSTOP}) sigdelset(&signals, signal);
  return signals;
}

bool shedInheritedState() {
  takeUsualTurn();
  return stopTimers() && settleSignals() && leaveSession() && liftLimits();
}

}  // namespace interface_panel
