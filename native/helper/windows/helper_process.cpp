// SPDX-License-Identifier: MIT
#include "helper/helper_process.h"

#include <windows.h>

#include <cstdlib>

#include "channel/windows/pipe_channel.h"
#include "channel/windows/pipe_client.h"
#include "helper/windows/hardening.h"
#include "helper/windows/parent_process.h"
#include "helper/windows/privileges.h"
#include "helper/windows/single_helper.h"
#include "log/windows/event_log.h"

namespace interface_panel {
namespace {

/// The installer makes it (build/packaging/installer.nsh).
constexpr const wchar_t* kEventSource = L"InterfacePanelHelper";

StopRequest* stopRequested = nullptr;
Channel* channelToWake = nullptr;

/// Called on a thread of the system's.
BOOL WINAPI onConsoleEvent(DWORD event) {
  *stopRequested = true;
  channelToWake->interrupt();
  // After closing, logoff or shutdown the system ends the process when this returns; the helper
  // ends itself once everything is taken back.
  if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) Sleep(INFINITE);
  return TRUE;
}

}  // namespace

bool hardenProcess() {
  // Told to end after the app at logoff: the app's end takes everything back anyway.
  constexpr DWORD kAfterOrdinaryPrograms = 0x100;
  SetProcessShutdownParameters(kAfterOrdinaryPrograms, SHUTDOWN_NORETRY);
  return hardenElevatedProcess();
}

std::unique_ptr<Log> openSystemLog() { return std::make_unique<EventLog>(kEventSource); }

bool isPrivileged() { return isElevatedAdministrator(); }

std::unique_ptr<Channel> connectToApp(const HelperArguments& arguments) {
  if (!isOurParent(arguments.appProcess)) return nullptr;
  Handle pipe = openPipe(arguments.nonce, arguments.appProcess);
  if (!pipe.valid()) return nullptr;
  auto channel = PipeChannel::adopt(std::move(pipe));
  return channel ? std::move(channel).value() : nullptr;
}

bool keepNeededPrivilegesOnly() { return removeAllPrivileges(); }

std::optional<ExitCode> becomeTheOnlyHelper(const HelperKind& kind,
                                            const HelperArguments& arguments) {
  return kind.needsPrivilege ? lockElevatedHelpers() : lockSimulatedHelpers(arguments.stateFile);
}

// hardenProcess() has set what Windows has for a process; nothing restricts its files or calls.
bool confineFiles() { return true; }
bool confineCalls() { return true; }

void listenForStop(StopRequest& stopRequest, Channel& channel) {
  stopRequested = &stopRequest;
  channelToWake = &channel;
  SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

void endProcess(ExitCode code) {
  TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code));
  // Not reached; TerminateProcess is not declared to never return.
  std::abort();
}

}  // namespace interface_panel
