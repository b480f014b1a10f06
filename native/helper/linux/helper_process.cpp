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
#include "helper/linux/call_confinement.h"
#include "helper/linux/capabilities.h"
#include "helper/linux/file_confinement.h"
#include "helper/linux/inherited_state.h"
#include "helper/linux/namespace_lock.h"
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

/// The lock file is another one under another mount of /proc; the network namespace is the same.
std::optional<ExitCode> becomeTheOnlyOneHere() {
  static FileDescriptor lock;
  switch (lockNetworkNamespace(lock)) {
    case NamespaceLock::held:
      return std::nullopt;
    case NamespaceLock::busy:
      return ExitCode::busy;
    case NamespaceLock::failed:
      break;
  }
  return ExitCode::internalFailure;
}

}  // namespace

bool hardenProcess() {
  umask(077);
  if (!shedInheritedState()) return false;
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
  if (flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    return errno == EWOULDBLOCK ? ExitCode::busy : ExitCode::internalFailure;
  }
  return kind.needsPrivilege ? becomeTheOnlyOneHere() : std::nullopt;
}

bool confineFiles() { return confineFilesToSettings(); }

void listenForStop(StopRequest& stopRequest, Channel& channel) {
  // A thread of their own takes the signals, which are blocked since the start, so that no call of
  // the stack is interrupted by one.
  std::thread([signals = stopSignals(), &stopRequest, &channel] {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0) {
      stopRequest = true;
      channel.interrupt();
    }
  }).detach();
}

bool confineCalls() { return confineCallsToConversation(); }

void endProcess(ExitCode code) { _exit(static_cast<int>(code)); }

}  // namespace interface_panel
