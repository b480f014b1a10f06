// SPDX-License-Identifier: MIT
#include "helper/helper_process.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <thread>

#include "channel/linux/seqpacket_channel.h"
#include "helper/linux/capabilities.h"
#include "helper/linux/peer.h"

namespace interface_panel {
namespace {

/// Writable for root alone and never written: so nobody else can hold its lock against the helper.
constexpr const char* kLockFile = "/proc/sys/net/ipv4/route/flush";

FileDescriptor openLockFile(const HelperKind& kind, const HelperArguments& arguments) {
  if (kind.needsPrivilege) return FileDescriptor(open(kLockFile, O_WRONLY | O_CLOEXEC));
  // Helpers of one simulated network exclude one another; the state file itself is locked by its
  // stack.
  const std::string path = arguments.stateFile + ".helper";
  return FileDescriptor(open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
}

sigset_t stopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) sigaddset(&signals, signal);
  return signals;
}

}  // namespace

bool hardenProcess() {
  // A launcher that has gone away must not end us while we write a line to its pipe.
  std::signal(SIGPIPE, SIG_IGN);
  umask(077);
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

bool isPrivileged() { return hasNetAdmin(); }

std::unique_ptr<Channel> connectToApp(const HelperArguments& arguments) {
  if (!isApp(STDIN_FILENO, arguments.appProcess)) return nullptr;
  auto channel = SeqpacketChannel::adopt(FileDescriptor(STDIN_FILENO));
  return channel ? std::move(channel).value() : nullptr;
}

bool keepNeededPrivilegesOnly() { return keepNetAdminOnly(); }

std::optional<ExitCode> becomeTheOnlyHelper(const HelperKind& kind,
                                            const HelperArguments& arguments) {
  // Held until the process ends, whatever way.
  static FileDescriptor lock;
  lock = openLockFile(kind, arguments);
  if (!lock.valid()) return ExitCode::internalFailure;
  if (flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return std::nullopt;
  return errno == EWOULDBLOCK ? ExitCode::busy : ExitCode::internalFailure;
}

void listenForStop(StopRequest& stopRequest, Channel& channel) {
  // A thread of their own takes the signals, so that no call of the stack is interrupted by one.
  const sigset_t signals = stopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals, &stopRequest, &channel] {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0) {
      stopRequest = true;
      channel.interrupt();
    }
  }).detach();
}

void endProcess(ExitCode code) { _exit(static_cast<int>(code)); }

}  // namespace interface_panel
