// SPDX-License-Identifier: MIT
#include "helper/linux/inherited_state.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

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

}  // namespace

sigset_t stopSignals() {
  sigset_t signals;
  sigfillset(&signals);
  for (const int signal : kFaults) sigdelset(&signals, signal);
  for (const int signal : kIgnored) sigdelset(&signals, signal);
  for (const int signal : {SIGKILL, SIGSTOP}) sigdelset(&signals, signal);
  return signals;
}

bool shedInheritedState() { return stopTimers() && settleSignals() && leaveSession(); }

}  // namespace interface_panel
