// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "channel/helper_arguments.h"
#include "channel/helper_launch.h"
#include "channel/linux/seqpacket_channel.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

constexpr const char* kPkexec = "/usr/bin/pkexec";
constexpr std::size_t kMaxErrorOutput = 4096;

/// One process of ours until it is reaped. Shared by the launch and its reaper thread.
class ChildProcess {
 public:
  ChildProcess(pid_t process, FileDescriptor errorOutput)
      : process_(process), errorOutput_(std::move(errorOutput)) {}

  /// Reads the error output to its end, then reaps the process.
  void reap() {
    drainErrorOutput();
    siginfo_t info{};
    // The process must stay a zombie until kill() can no longer mistake another one for it.
    while (waitid(P_PID, static_cast<id_t>(process_), &info, WEXITED | WNOWAIT) != 0 &&
           errno == EINTR) {
    }
    const std::lock_guard lock(mutex_);
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    exit_.code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    exit_.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    ended_ = true;
    endedChanged_.notify_all();
  }

  HelperExit waitForExit() {
    std::unique_lock lock(mutex_);
    endedChanged_.wait(lock, [this] { return ended_; });
    return exit_;
  }

  bool kill() {
    const std::lock_guard lock(mutex_);
    return !ended_ && ::kill(process_, SIGKILL) == 0;
  }

 private:
  void drainErrorOutput() {
    std::array<char, 512> chunk{};
    std::string text;
    while (true) {
      const ssize_t size = read(errorOutput_.get(), chunk.data(), chunk.size());
      if (size < 0 && errno == EINTR) continue;
      if (size <= 0) break;
      const std::size_t room = kMaxErrorOutput - text.size();
      text.append(chunk.data(), std::min(room, static_cast<std::size_t>(size)));
    }
    const std::lock_guard lock(mutex_);
    exit_.errorOutput = std::move(text);
  }

  const pid_t process_;
  FileDescriptor errorOutput_;
  std::mutex mutex_;
  std::condition_variable endedChanged_;
  bool ended_ = false;
  HelperExit exit_;
};

class LinuxHelperLaunch : public HelperLaunch {
 public:
  LinuxHelperLaunch(std::unique_ptr<Channel> channel, std::shared_ptr<ChildProcess> process)
      : channel_(std::move(channel)), process_(std::move(process)) {}

  ~LinuxHelperLaunch() override { channel_->shutDown(); }

  Channel& channel() override { return *channel_; }
  HelperExit waitForExit() override { return process_->waitForExit(); }
  bool kill() override { return process_->kill(); }

 private:
  std::unique_ptr<Channel> channel_;
  std::shared_ptr<ChildProcess> process_;
};

Result<LaunchNonce> makeNonce() {
  LaunchNonce nonce;
  if (getrandom(nonce.data(), nonce.size(), 0) != static_cast<ssize_t>(nonce.size())) {
    return posixError(errno, "getrandom");
  }
  return nonce;
}

/// A descriptor below 3 would be overwritten while the child's standard ones are put in place.
Result<FileDescriptor> aboveStandard(FileDescriptor descriptor) {
  if (descriptor.get() > STDERR_FILENO) return descriptor;
  FileDescriptor moved(fcntl(descriptor.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  if (!moved.valid()) return posixError(errno, "fcntl");
  return moved;
}

std::vector<std::string> commandLine(const HelperCommand& command, const LaunchNonce& nonce) {
  std::vector<std::string> line;
  if (command.consent == Consent::prompt) line = {kPkexec, "--disable-internal-agent"};
  line.push_back(command.helperPath);
  const HelperArguments arguments{.nonce = nonce,
                                  .appProcess = static_cast<std::uint32_t>(getpid()),
                                  .planHash = command.planHash,
                                  .stateFile = command.stateFile};
  for (std::string& argument : formatHelperArguments(arguments))
    line.push_back(std::move(argument));
  return line;
}

/// What posix_spawn is told: descriptors 0 to 2 and nothing else, a directory nobody can take away,
/// and signals as a fresh process has them (Node ignores and blocks some).
class SpawnSettings {
 public:
  SpawnSettings(int socket, int errorOutput) {
    posix_spawn_file_actions_init(&actions_);
    note(posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO));
    note(posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0));
    note(posix_spawn_file_actions_adddup2(&actions_, errorOutput, STDERR_FILENO));
    note(posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1));
    note(posix_spawn_file_actions_addchdir_np(&actions_, "/"));

    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    note(posix_spawnattr_setsigmask(&attributes_, &none));
    note(posix_spawnattr_setsigdefault(&attributes_, &all));
    note(posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// 0, or the errno value that kept the process from starting.
  int spawn(const std::vector<std::string>& line, pid_t& process) const {
    if (error_ != 0) return error_;
    std::vector<char*> arguments;
    arguments.reserve(line.size() + 1);
    for (const std::string& argument : line)
      arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    // Nothing of ours reads it; pkexec wants a path.
    std::array<char, 32> path{"PATH=/usr/sbin:/usr/bin"};
    std::array<char*, 2> environment{path.data(), nullptr};
    return posix_spawn(&process, arguments[0], &actions_, &attributes_, arguments.data(),
                       environment.data());
  }

 private:
  void note(int result) {
    if (error_ == 0) error_ = result;
  }

  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
  int error_ = 0;
};

struct Ends {
  FileDescriptor ours;
  FileDescriptor childs;
};

Result<Ends> makeSocketEnds() {
  auto pair = makeSeqpacketPair();
  if (!pair) return pair.error();
  Result<FileDescriptor> childs = aboveStandard(std::move(pair->second));
  if (!childs) return childs.error();
  return Ends{std::move(pair->first), std::move(childs).value()};
}

Result<Ends> makeErrorOutputEnds() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return posixError(errno, "pipe2");
  FileDescriptor ours(ends[0]);
  Result<FileDescriptor> childs = aboveStandard(FileDescriptor(ends[1]));
  if (!childs) return childs.error();
  return Ends{std::move(ours), std::move(childs).value()};
}

}  // namespace

Result<std::unique_ptr<HelperLaunch>> HelperLaunch::start(const HelperCommand& command) {
  const Result<LaunchNonce> nonce = makeNonce();
  if (!nonce) return nonce.error();
  Result<Ends> sockets = makeSocketEnds();
  if (!sockets) return sockets.error();
  Result<Ends> errorOutput = makeErrorOutputEnds();
  if (!errorOutput) return errorOutput.error();
  auto channel = SeqpacketChannel::adopt(std::move(sockets->ours));
  if (!channel) return channel.error();

  const std::vector<std::string> line = commandLine(command, nonce.value());
  pid_t process = 0;
  const SpawnSettings settings(sockets->childs.get(), errorOutput->childs.get());
  if (const int error = settings.spawn(line, process); error != 0)
    return posixError(error, line[0]);

  auto child = std::make_shared<ChildProcess>(process, std::move(errorOutput->ours));
  // On its own, so that a launch that is destroyed first leaves no zombie.
  std::thread([child] { child->reap(); }).detach();
  return std::unique_ptr<HelperLaunch>(
      std::make_unique<LinuxHelperLaunch>(std::move(channel).value(), std::move(child)));
}

}  // namespace interface_panel
