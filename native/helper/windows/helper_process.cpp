// SPDX-License-Identifier: MIT
#include "helper/helper_process.h"

#include <windows.h>

#include <array>
#include <cstdlib>

#include "channel/windows/pipe_channel.h"
#include "channel/windows/pipe_client.h"
#include "helper/windows/parent_process.h"
#include "helper/windows/privileges.h"
#include "helper/windows/single_helper.h"

namespace interface_panel {
namespace {

template <typename Policy>
void setPolicy(PROCESS_MITIGATION_POLICY kind, Policy policy) {
  // A Windows that does not know a policy must not keep the helper from working.
  SetProcessMitigationPolicy(kind, &policy, sizeof policy);
}

void setMitigationPolicies() {
  PROCESS_MITIGATION_EXTENSION_POINT_DISABLE_POLICY extensionPoints{};
  extensionPoints.DisableExtensionPoints = 1;
  setPolicy(ProcessExtensionPointDisablePolicy, extensionPoints);
  PROCESS_MITIGATION_DYNAMIC_CODE_POLICY dynamicCode{};
  dynamicCode.ProhibitDynamicCode = 1;
  setPolicy(ProcessDynamicCodePolicy, dynamicCode);
  PROCESS_MITIGATION_IMAGE_LOAD_POLICY imageLoad{};
  imageLoad.NoRemoteImages = 1;
  imageLoad.NoLowMandatoryLabelImages = 1;
  imageLoad.PreferSystem32Images = 1;
  setPolicy(ProcessImageLoadPolicy, imageLoad);
  PROCESS_MITIGATION_BINARY_SIGNATURE_POLICY signature{};
  signature.MicrosoftSignedOnly = 1;
  setPolicy(ProcessSignaturePolicy, signature);
  PROCESS_MITIGATION_CHILD_PROCESS_POLICY childProcess{};
  childProcess.NoChildProcessCreation = 1;
  setPolicy(ProcessChildProcessPolicy, childProcess);
}

bool enterSystemFolder() {
  std::array<wchar_t, MAX_PATH> folder{};
  const UINT length = GetSystemDirectoryW(folder.data(), static_cast<UINT>(folder.size()));
  return length > 0 && length < folder.size() && SetCurrentDirectoryW(folder.data());
}

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
  HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);
  SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
  setMitigationPolicies();
  // Told to end after the app at logoff: the app's end takes everything back anyway.
  constexpr DWORD kAfterOrdinaryPrograms = 0x100;
  SetProcessShutdownParameters(kAfterOrdinaryPrograms, SHUTDOWN_NORETRY);
  return SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32) && enterSystemFolder();
}

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
