// SPDX-License-Identifier: MIT
// A launch on Windows from its name to its end, with doubles of the system's calls in their place.
#include <doctest/doctest.h>

// clang-format off
#include <windows.h>
#include <bcrypt.h>
#include <sddl.h>
#include <shellapi.h>
// clang-format on

#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <regex>
#include <set>
#include <string>
#include <thread>

#include "channel/helper_arguments.h"
#include "channel/helper_launch.h"
#include "channel/windows/handle.h"
#include "transaction/exit_code.h"
#include "windows_import_double.h"

using namespace interface_panel;
using test::ImportDouble;

namespace {

constexpr std::uint64_t kPatience = 60'000;

/// Missing in MinGW's headers.
constexpr DWORD kVirusInfected = 225;
constexpr DWORD kElevationRequired = 740;
/// What a policy for signed programs answers.
constexpr DWORD kSignedProgramsOnly = 8235;

/// What the doubles saw, and what they are to answer. Anew for each test.
struct Calls {
  std::set<std::wstring> pipeNames;
  std::string security;
  DWORD openMode = 0;
  DWORD pipeMode = 0;
  DWORD instances = 0;
  int shellExecutes = 0;
  SHELLEXECUTEINFOW info{};
  std::wstring file;
  std::wstring parameters;
  std::wstring folder;
  std::wstring verb;
  std::thread::id thread;
  DWORD code = 0;
  HANDLE process = nullptr;
  std::shared_future<void> answered;
};
Calls calls;

BOOL WINAPI refuseShellExecute(SHELLEXECUTEINFOW* info) {
  ++calls.shellExecutes;
  calls.info = *info;
  calls.file = info->lpFile;
  calls.parameters = info->lpParameters;
  calls.folder = info->lpDirectory == nullptr ? L"none" : info->lpDirectory;
  calls.verb = info->lpVerb;
  calls.thread = std::this_thread::get_id();
  if (calls.answered.valid()) calls.answered.wait();
  info->hProcess = nullptr;
  SetLastError(calls.code);
  return FALSE;
}

/// Says that it worked.
BOOL WINAPI answerShellExecute(SHELLEXECUTEINFOW* info) {
  ++calls.shellExecutes;
  if (calls.answered.valid()) calls.answered.wait();
  info->hProcess = calls.process;
  return TRUE;
}

/// A function of a library of the system, past all doubles.
template <typename Function>
Function* original(const wchar_t* library, const char* name) {
  return reinterpret_cast<Function*>(
      reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(library), name)));
}

/// The user takes time.
BOOL WINAPI slowShellExecute(SHELLEXECUTEINFOW* info) {
  calls.answered.wait();
  return original<decltype(ShellExecuteExW)>(L"shell32.dll", "ShellExecuteExW")(info);
}

/// A security descriptor in the language of security descriptors.
std::string textOf(PSECURITY_DESCRIPTOR descriptor) {
  LPSTR text = nullptr;
  REQUIRE(ConvertSecurityDescriptorToStringSecurityDescriptorA(
      descriptor, SDDL_REVISION_1, DACL_SECURITY_INFORMATION, &text, nullptr));
  std::string copy = text;
  LocalFree(text);
  return copy;
}

HANDLE WINAPI recordPipe(LPCWSTR name, DWORD openMode, DWORD pipeMode, DWORD instances, DWORD,
                         DWORD, DWORD, LPSECURITY_ATTRIBUTES attributes) {
  calls.pipeNames.insert(name);
  calls.security = textOf(attributes->lpSecurityDescriptor);
  calls.openMode = openMode;
  calls.pipeMode = pipeMode;
  calls.instances = instances;
  SetLastError(ERROR_TOO_MANY_OPEN_FILES);
  return INVALID_HANDLE_VALUE;
}

/// Somebody was faster.
HANDLE WINAPI squattedPipe(LPCWSTR name, DWORD openMode, DWORD pipeMode, DWORD instances, DWORD out,
                           DWORD in, DWORD wait, LPSECURITY_ATTRIBUTES attributes) {
  const auto create = original<decltype(CreateNamedPipeW)>(L"kernel32.dll", "CreateNamedPipeW");
  const Handle squatter(create(name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_MESSAGE, 1, 64, 64, 0, nullptr));
  return create(name, openMode, pipeMode, instances, out, in, wait, attributes);
}

NTSTATUS WINAPI failRandom(BCRYPT_ALG_HANDLE, PUCHAR, ULONG, ULONG) {
  constexpr NTSTATUS kUnsuccessful = static_cast<NTSTATUS>(0xC0000001);
  return kUnsuccessful;
}

BOOL WINAPI neverCreateProcess(LPCWSTR, LPWSTR, LPSECURITY_ATTRIBUTES, LPSECURITY_ATTRIBUTES, BOOL,
                               DWORD, LPVOID, LPCWSTR, LPSTARTUPINFOW, LPPROCESS_INFORMATION) {
  FAIL("a process was started");
  return FALSE;
}

HelperCommand command(Consent consent = Consent::prompt) {
  HelperCommand command{.helperPath = TESTED_HELPER, .consent = consent};
  command.planHash.fill(0x5A);
  return command;
}

Handle startProcess(std::wstring line) {
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION information{};
  REQUIRE(CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr,
                         &startup, &information));
  CloseHandle(information.hThread);
  return Handle(information.hProcess);
}

/// The helper's program with a command line that it refuses.
std::wstring refusedLine() {
  const std::string file = TESTED_HELPER;
  return L"\"" + std::wstring(file.begin(), file.end()) + L"\" --help";
}

HANDLE duplicate(const Handle& handle) {
  HANDLE copy = nullptr;
  REQUIRE(DuplicateHandle(GetCurrentProcess(), handle.get(), GetCurrentProcess(), &copy, 0, FALSE,
                          DUPLICATE_SAME_ACCESS));
  return copy;
}

ReceiveStatus nextStatus(HelperLaunch& launch) {
  Frame frame;
  return launch.channel().receive(frame, kPatience);
}

std::unique_ptr<HelperLaunch> started(const HelperCommand& command) {
  auto launch = HelperLaunch::start(command);
  REQUIRE(launch.ok());
  return std::move(launch).value();
}

}  // namespace

TEST_CASE("Ten thousand launches have ten thousand names, of hexadecimal digits alone") {
  calls = {};
  const ImportDouble pipes("CreateNamedPipeW", recordPipe);
  constexpr std::size_t kLaunches = 10'000;
  for (std::size_t i = 0; i < kLaunches; ++i) REQUIRE_FALSE(HelperLaunch::start(command()).ok());
  CHECK(calls.pipeNames.size() == kLaunches);
  const std::wregex grammar(LR"(\\\\\.\\pipe\\InterfacePanel-[0-9a-f]{32})");
  CHECK(std::all_of(calls.pipeNames.begin(), calls.pipeNames.end(),
                    [&](const std::wstring& name) { return std::regex_match(name, grammar); }));
}

TEST_CASE("The pipe is asked for as the first and only one of its name, for this computer alone") {
  calls = {};
  const ImportDouble pipes("CreateNamedPipeW", recordPipe);
  REQUIRE_FALSE(HelperLaunch::start(command()).ok());
  CHECK(calls.openMode ==
        (PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE | FILE_FLAG_OVERLAPPED));
  CHECK(calls.pipeMode ==
        (PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS));
  CHECK(calls.instances == 1);
  // Protected: what a parent might hand down does not count.
  CHECK(calls.security == "D:P(D;;GA;;;NU)(A;;0x12019b;;;BA)(A;;RC;;;OW)");
}

TEST_CASE("Without random numbers of the system nothing is launched") {
  calls = {};
  const ImportDouble random("BCryptGenRandom", failRandom);
  const ImportDouble pipes("CreateNamedPipeW", recordPipe);
  const ImportDouble shell("ShellExecuteExW", refuseShellExecute);
  const ImportDouble processes("CreateProcessW", neverCreateProcess);
  for (const Consent consent : {Consent::none, Consent::prompt}) {
    const auto launch = HelperLaunch::start(command(consent));
    REQUIRE_FALSE(launch.ok());
    CHECK(launch.error().call == "BCryptGenRandom");
  }
  CHECK(calls.pipeNames.empty());
  CHECK(calls.shellExecutes == 0);
}

TEST_CASE("A name that somebody took in between fails the whole launch, told by its own call") {
  calls = {};
  const ImportDouble pipes("CreateNamedPipeW", squattedPipe);
  const ImportDouble shell("ShellExecuteExW", refuseShellExecute);
  const auto launch = HelperLaunch::start(command());
  REQUIRE_FALSE(launch.ok());
  CHECK(launch.error().call == "CreateNamedPipe");
  const bool taken =
      launch.error().code == ERROR_PIPE_BUSY || launch.error().code == ERROR_ACCESS_DENIED;
  CHECK(taken);
  CHECK(calls.shellExecutes == 0);
}

TEST_CASE("What Windows says instead of starting the helper is told as it is, after one prompt") {
  const ImportDouble shell("ShellExecuteExW", refuseShellExecute);
  constexpr std::array<DWORD, 8> kCodes{ERROR_CANCELLED,
                                        ERROR_FILE_NOT_FOUND,
                                        ERROR_PATH_NOT_FOUND,
                                        ERROR_ACCESS_DENIED,
                                        ERROR_ACCESS_DISABLED_BY_POLICY,
                                        kVirusInfected,
                                        kElevationRequired,
                                        kSignedProgramsOnly};
  for (const DWORD code : kCodes) {
    CAPTURE(code);
    calls = {};
    calls.code = code;
    const auto launch = started(command());
    CHECK(nextStatus(*launch) == ReceiveStatus::ended);
    CHECK(launch->waitForExit().launchError == static_cast<int>(code));
    CHECK_FALSE(launch->kill());
    CHECK(calls.shellExecutes == 1);
  }
}

TEST_CASE("The prompt is asked for on a thread of its own, for our program and fixed arguments") {
  calls = {};
  calls.code = ERROR_CANCELLED;
  const ImportDouble shell("ShellExecuteExW", refuseShellExecute);
  HelperCommand wanted = command();
  wanted.ownerWindow = 0x1234;
  started(wanted)->waitForExit();

  CHECK(calls.verb == L"runas");
  CHECK(calls.info.fMask == (SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI));
  CHECK(reinterpret_cast<std::uintptr_t>(calls.info.hwnd) == wanted.ownerWindow);
  CHECK(calls.info.nShow == SW_HIDE);
  CHECK(calls.file == std::wstring(wanted.helperPath.begin(), wanted.helperPath.end()));
  std::wstring system(MAX_PATH, L'\0');
  system.resize(GetSystemDirectoryW(system.data(), MAX_PATH));
  CHECK(calls.folder == system);
  std::wstring hash;
  for (std::size_t i = 0; i < wanted.planHash.size(); ++i) hash += L"5a";
  CHECK(std::regex_match(calls.parameters,
                         std::wregex(L"--v 1 --n [0-9a-f]{32} --p " +
                                     std::to_wstring(GetCurrentProcessId()) + L" --h " + hash)));
  CHECK(calls.thread != std::this_thread::get_id());
}

TEST_CASE("A start without a process is a failure") {
  calls = {};
  const ImportDouble shell("ShellExecuteExW", answerShellExecute);
  const auto launch = started(command());
  CHECK(nextStatus(*launch) == ReceiveStatus::ended);
  CHECK(launch->waitForExit().launchError == ERROR_INVALID_HANDLE);
}

TEST_CASE("A helper that ends at once is told by its exit code") {
  calls = {};
  const Handle process = startProcess(refusedLine());
  calls.process = duplicate(process);
  const ImportDouble shell("ShellExecuteExW", answerShellExecute);
  const auto launch = started(command());
  CHECK(nextStatus(*launch) == ReceiveStatus::ended);
  const HelperExit exit = launch->waitForExit();
  CHECK(exit.launchError == 0);
  CHECK(exit.code == 2);
}

TEST_CASE("A prompt that is never answered holds up nobody") {
  calls = {};
  std::promise<void> answer;
  calls.answered = answer.get_future().share();
  calls.code = ERROR_CANCELLED;
  const ImportDouble shell("ShellExecuteExW", refuseShellExecute);
  const auto launch = started(command());
  Frame frame{};
  // Sending waits for nothing either: what is sent meanwhile goes out once the helper is there.
  CHECK(launch->channel().send(frame, 0));
  CHECK(launch->channel().receive(frame, 0) == ReceiveStatus::timedOut);
  launch->channel().shutDown();
  CHECK(nextStatus(*launch) == ReceiveStatus::ended);
  answer.set_value();
  CHECK(launch->waitForExit().launchError == ERROR_CANCELLED);
}

TEST_CASE("A helper whose prompt is answered after the launch was given up finds nobody") {
  calls = {};
  std::promise<void> answer;
  calls.answered = answer.get_future().share();
  const ImportDouble shell("ShellExecuteExW", slowShellExecute);
  HelperCommand late = command();
  const std::u8string file = (std::filesystem::temp_directory_path() / "late").u8string();
  late.stateFile = std::string(file.begin(), file.end());
  const auto launch = started(late);
  launch->channel().shutDown();
  answer.set_value();
  const HelperExit exit = launch->waitForExit();
  CHECK(exit.launchError == 0);
  // No pipe any more, or one that breaks before anything was said.
  const bool inVain = exit.code == static_cast<int>(ExitCode::peerRefused) ||
                      exit.code == static_cast<int>(ExitCode::nothingChanged);
  CHECK(inVain);
  Frame frame{};
  CHECK_FALSE(launch->channel().send(frame, kPatience));
}
