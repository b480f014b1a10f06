// SPDX-License-Identifier: MIT
#include "helper/helper_process.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>
#include <thread>

#include "channel/linux/seqpacket_channel.h"
#include "helper/linux/call_confinement.h"
#include "helper/linux/capabilities.h"
#include "helper/linux/file_confinement.h"
#include "helper/linux/inherited_state.h"
#include "helper/linux/linux_work_lock.h"
#include "helper/linux/peer.h"
#include "log/linux/syslog_socket.h"

namespace interface_panel {
namespace {

/// A keeper holds the lock for moments, another helper for as long as somebody decides.
constexpr std::chrono::milliseconds kPatience{3000};
constexpr std::chrono::milliseconds kBetweenLooks{20};

std::optional<ExitCode> exitOf(WorkLock::Attempt attempt) {
  if (attempt == WorkLock::Attempt::held) return std::nullopt;
  return attempt == WorkLock::Attempt::busy ? ExitCode::busy : ExitCode::internalFailure;
}

std::optional<ExitCode> takeWorkLock() {
  // Held until the process ends, whatever way.
  static LinuxWorkLock lock;
  const auto giveUpAt = std::chrono::steady_clock::now() + kPatience;
  WorkLock::Attempt attempt = lock.tryTake();
  while (attempt == WorkLock::Attempt::busy && std::chrono::steady_clock::now() < giveUpAt) {
    std::this_thread::sleep_for(kBetweenLooks);
    attempt = lock.tryTake();
  }
  return exitOf(attempt);
}

/// Helpers of one simulated network exclude one another; the state file itself is locked by its
/// stack.
std::optional<ExitCode> takeSimulatedLock(const std::string& stateFile) {
  static FileDescriptor lock;
  const std::string path = stateFile + ".helper";
  lock = FileDescriptor(open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!lock.valid()) return ExitCode::internalFailure;
  if (flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return std::nullopt;
  return errno == EWOULDBLOCK ? ExitCode::busy : ExitCode::internalFailure;
}

}  // namespace

bool hardenProcess() {
  umask(077);
  if (!shedInheritedState()) return false;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

std::unique_ptr<Log> openSystemLog() {
  return std::make_unique<SyslogSocket>("interface-panel-helper");
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
  return kind.needsPrivilege ? takeWorkLock() : takeSimulatedLock(arguments.stateFile);
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
