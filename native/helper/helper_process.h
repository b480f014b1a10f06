// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>

#include "channel/channel.h"
#include "channel/helper_arguments.h"
#include "helper/conversation.h"
#include "helper/helper_kind.h"
#include "log/log.h"
#include "transaction/exit_code.h"

namespace interface_panel {

/// The platform's half of the helper: its own process, the peer, its privileges. To be called in
/// this order and before anything is read from the peer; all but the last two before any thread is
/// started.

/// Closes what a process started by somebody else may be attacked through. False: not possible
/// here.
bool hardenProcess();

/// The system's own log. It goes on when files and system calls are out of reach, and never waits.
std::unique_ptr<Log> openSystemLog();

/// Whether this process may change IP interfaces at all.
bool isPrivileged();

/// The channel to the app, or null if what is at its other end is not the app that started this
/// process.
std::unique_ptr<Channel> connectToApp(const HelperArguments& arguments);

/// Gives up, for good, every privilege that changing IP interfaces does not need.
bool keepNeededPrivilegesOnly();

/// Takes the lock that one helper at a time may hold and keeps it until the process ends. None when
/// it was taken; `busy` when another helper holds it, `internalFailure` when it cannot be had.
std::optional<ExitCode> becomeTheOnlyHelper(const HelperKind& kind,
                                            const HelperArguments& arguments);

/// Puts every file out of reach that changing IP interfaces does not need, for threads to come too.
/// False: the system has the means and refuses.
bool confineFiles();

/// From now on the system's and the user's wish that this process ends becomes a stop request. Both
/// must live as long as the process.
void listenForStop(StopRequest& stopRequest, Channel& channel);

/// Once every thread runs: puts every system call out of reach that the conversation does not need.
/// False: the system has the means and refuses.
bool confineCalls();

/// Ends the process without running anything more of it. Any thread.
[[noreturn]] void endProcess(ExitCode code);

}  // namespace interface_panel
