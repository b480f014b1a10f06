// SPDX-License-Identifier: MIT
#include "helper/helper_run.h"

#include <chrono>
#include <exception>
#include <string>

#include "helper/conversation.h"
#include "helper/helper_kind.h"
#include "helper/helper_log.h"
#include "helper/helper_process.h"
#include "helper/watchdog.h"
#include "helper/watched_place.h"
#include "helper/watched_stack.h"
#include "transaction/build_id.h"
#include "transaction/time_limits.h"

namespace interface_panel {
namespace {

constexpr std::chrono::milliseconds kWatchdogTick{1000};
constexpr int kWatchdogTicks = static_cast<int>(kCallLimit / 1000);

/// All that a helper can change.
struct HelperReach {
  std::unique_ptr<SettableIpStack> stack;
  std::unique_ptr<SettableLastingPlace> lastingPlace;
};

std::int64_t millisecondsSince1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

ExitCode transact(const HelperKind& kind, const HelperArguments& arguments, HelperReach& reach,
                  Channel& channel, HelperLog& log) {
  // They outlive this call, because the process ends without unwinding while threads use them.
  static StopRequest stopRequest = false;
  listenForStop(stopRequest, channel);
  // A hung call cannot be taken back from another thread: the stack is the first thread's alone.
  // The app's journal names what may be changed.
  Watchdog watchdog(kWatchdogTick, kWatchdogTicks, [&log] {
    log.ends(ExitCode::hung);
    endProcess(ExitCode::hung);
  });
  if (kind.needsPrivilege && !confineCalls()) return ExitCode::internalFailure;
  WatchedStack stack(*reach.stack, watchdog);
  WatchedPlace place(*reach.lastingPlace, watchdog);
  const HelperMachine::Settings settings{.buildId = std::string(buildId()),
                                         .planHash = arguments.planHash,
                                         .lastingPlace = &place,
                                         .wallClock = millisecondsSince1970};
  return converse(stack, channel, settings, stopRequest);
}

ExitCode run(const HelperKind& kind, const std::vector<std::string>& commandLine, HelperLog& log) {
  const auto arguments = parseHelperArguments(commandLine, kind.takesStateFile);
  if (!arguments) return ExitCode::argumentsRefused;
  if (kind.needsPrivilege && !isPrivileged()) return ExitCode::notPrivileged;
  static std::unique_ptr<Channel> channel = connectToApp(*arguments);
  if (!channel) return ExitCode::peerRefused;
  // Before the privileges go: the stack may open what it could not open without them.
  HelperReach reach{makeHelperStack(*arguments), openHelperLastingPlace(*arguments)};
  if (!reach.stack) return ExitCode::internalFailure;
  if (kind.needsPrivilege && !keepNeededPrivilegesOnly()) return ExitCode::internalFailure;
  if (const auto failure = becomeTheOnlyHelper(kind, *arguments)) return *failure;
  if (kind.needsPrivilege && !confineFiles()) return ExitCode::internalFailure;
  log.begins(*arguments);
  return transact(kind, *arguments, reach, *channel, log);
}

}  // namespace

ExitCode runHelper(const std::vector<std::string>& commandLine) {
  if (!hardenProcess()) return ExitCode::internalFailure;
  const HelperKind kind = helperKind();
  // Opened before anything is out of reach. A simulation concerns nobody who looks after this
  // computer.
  static HelperLog log(kind.needsPrivilege ? openSystemLog() : nullptr);
  try {
    const ExitCode code = run(kind, commandLine, log);
    log.ends(code);
    return code;
  } catch (const std::exception& failure) {
    log.failed(failure.what());
    throw;
  }
}

}  // namespace interface_panel
