// SPDX-License-Identifier: MIT
// clang-format off
#include <windows.h>
#include <bcrypt.h>
#include <objbase.h>
#include <shellapi.h>
// clang-format on

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "channel/helper_arguments.h"
#include "channel/helper_launch.h"
#include "channel/windows/command_line.h"
#include "channel/windows/launched_channel.h"
#include "channel/windows/pipe_channel.h"
#include "channel/windows/pipe_server.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

Result<LaunchNonce> makeNonce() {
  LaunchNonce nonce{};
  const NTSTATUS status = BCryptGenRandom(nullptr, nonce.data(), static_cast<ULONG>(nonce.size()),
                                          BCRYPT_USE_SYSTEM_PREFERRED_RNG);
  if (status < 0) return win32Error(ERROR_GEN_FAILURE, "BCryptGenRandom");
  return nonce;
}

std::wstring systemFolder() {
  std::wstring folder(MAX_PATH, L'\0');
  folder.resize(GetSystemDirectoryW(folder.data(), MAX_PATH));
  return folder;
}

/// Asks for consent and starts the helper elevated. Blocks until the prompt is answered.
Handle startElevated(const HelperCommand& command, const std::wstring& arguments, int& error) {
  // The shell may use COM; its prompt wants an apartment.
  const HRESULT apartment =
      CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE);
  const std::wstring file = wideText(command.helperPath);
  const std::wstring folder = systemFolder();
  SHELLEXECUTEINFOW info{};
  info.cbSize = sizeof info;
  info.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
  info.hwnd = reinterpret_cast<HWND>(command.ownerWindow);
  info.lpVerb = L"runas";
  info.lpFile = file.c_str();
  info.lpParameters = arguments.c_str();
  info.lpDirectory = folder.c_str();
  info.nShow = SW_HIDE;
  const BOOL started = ShellExecuteExW(&info);
  error = started ? 0 : static_cast<int>(GetLastError());
  Handle process(started ? info.hProcess : nullptr);
  if (started && !process.valid()) error = ERROR_INVALID_HANDLE;
  if (SUCCEEDED(apartment)) CoUninitialize();
  return process;
}

/// Starts the helper as it is, with no console and nothing inherited.
Handle startPlain(const HelperCommand& command, const std::wstring& arguments, int& error) {
  const std::wstring file = wideText(command.helperPath);
  const std::wstring folder = systemFolder();
  std::wstring line = L"\"" + file + L"\" " + arguments;
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION information{};
  if (!CreateProcessW(file.c_str(), line.data(), nullptr, nullptr, FALSE, CREATE_NO_WINDOW, nullptr,
                      folder.c_str(), &startup, &information)) {
    error = static_cast<int>(GetLastError());
    return {};
  }
  CloseHandle(information.hThread);
  error = 0;
  return Handle(information.hProcess);
}

/// One launch, shared with the thread that carries it out.
class LaunchState {
 public:
  LaunchState(HelperCommand command, const LaunchNonce& nonce, Handle pipe,
              std::shared_ptr<LaunchedChannel> channel)
      : command_(std::move(command)),
        nonce_(nonce),
        pipe_(std::move(pipe)),
        channel_(std::move(channel)) {}

  /// Starts the helper, lets it in and waits for its end.
  void run() {
    int error = 0;
    const std::wstring arguments = joinArguments(formatHelperArguments(helperArguments()));
    Handle started = command_.consent == Consent::prompt ? startElevated(command_, arguments, error)
                                                         : startPlain(command_, arguments, error);
    HANDLE process = nullptr;
    {
      const std::lock_guard lock(mutex_);
      process_ = std::move(started);
      process = process_.get();
    }
    if (process != nullptr) {
      letIn();
      WaitForSingleObject(process, INFINITE);
    }
    channel_->giveUp();
    conclude(error);
  }

  LaunchedChannel& channel() { return *channel_; }

  HelperExit waitForExit() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return exit_.has_value(); });
    return *exit_;
  }

  /// Windows lets an unelevated process end no elevated one; then the answer is false.
  bool kill() {
    const std::lock_guard lock(mutex_);
    return !exit_ && process_.valid() && TerminateProcess(process_.get(), 1);
  }

 private:
  [[nodiscard]] HelperArguments helperArguments() const {
    return {.nonce = nonce_,
            .appProcess = GetCurrentProcessId(),
            .planHash = command_.planHash,
            .stateFile = command_.stateFile};
  }

  void letIn() {
    if (!acceptClient(pipe_, process_, channel_->closed())) {
      // One pipe per launch: after a stranger, nobody comes in.
      pipe_ = Handle();
      channel_->giveUp();
      return;
    }
    auto connected = PipeChannel::adopt(std::move(pipe_));
    if (connected) {
      channel_->connect(std::move(connected).value());
    } else {
      channel_->giveUp();
    }
  }

  void conclude(int error) {
    const std::lock_guard lock(mutex_);
    DWORD code = 0;
    if (process_.valid()) GetExitCodeProcess(process_.get(), &code);
    exit_ = HelperExit{};
    exit_->code = static_cast<int>(code);
    exit_->launchError = error;
    ended_.notify_all();
  }

  const HelperCommand command_;
  const LaunchNonce nonce_;
  Handle pipe_;
  std::shared_ptr<LaunchedChannel> channel_;
  std::mutex mutex_;
  std::condition_variable ended_;
  Handle process_;
  std::optional<HelperExit> exit_;
};

class WindowsHelperLaunch : public HelperLaunch {
 public:
  explicit WindowsHelperLaunch(std::shared_ptr<LaunchState> state) : state_(std::move(state)) {}
  ~WindowsHelperLaunch() override { state_->channel().shutDown(); }

  Channel& channel() override { return state_->channel(); }
  HelperExit waitForExit() override { return state_->waitForExit(); }
  bool kill() override { return state_->kill(); }

 private:
  std::shared_ptr<LaunchState> state_;
};

}  // namespace

Result<std::unique_ptr<HelperLaunch>> HelperLaunch::start(const HelperCommand& command) {
  const Result<LaunchNonce> nonce = makeNonce();
  if (!nonce) return nonce.error();
  Result<Handle> pipe = createPipe(nonce.value(), command.consent);
  if (!pipe) return pipe.error();
  auto channel = LaunchedChannel::make();
  if (!channel) return win32Error(static_cast<int>(GetLastError()), "CreateEvent");
  auto state = std::make_shared<LaunchState>(command, nonce.value(), std::move(pipe).value(),
                                             std::move(channel));
  // On its own: the consent may take minutes, and the launch may be given up meanwhile.
  std::thread([state] { state->run(); }).detach();
  return std::unique_ptr<HelperLaunch>(std::make_unique<WindowsHelperLaunch>(std::move(state)));
}

}  // namespace interface_panel
