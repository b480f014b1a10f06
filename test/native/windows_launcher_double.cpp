// SPDX-License-Identifier: MIT
// For programs with the real addon: an addon of the tests that answers ShellExecuteEx in its place,
// as Windows and the user at its prompt may.
// clang-format off
#include <windows.h>
#include <shellapi.h>
// clang-format on

#include <napi.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "channel/windows/handle.h"
#include "windows_import_double.h"

namespace {

using interface_panel::Handle;
using interface_panel::test::ImportDouble;
using ShellExecute = BOOL(SHELLEXECUTEINFOW*);

std::mutex mutex;
std::condition_variable changed;
std::function<ShellExecute> answer;
int prompts = 0;
bool isAnswered = false;
bool isNextNameHeld = false;
/// Of the process that was started last.
Handle lastProcess;

BOOL really(SHELLEXECUTEINFOW* info) {
  // This addon's own import has no double.
  const BOOL started = ShellExecuteExW(info);
  HANDLE copy = nullptr;
  if (started && DuplicateHandle(GetCurrentProcess(), info->hProcess, GetCurrentProcess(), &copy, 0,
                                 FALSE, DUPLICATE_SAME_ACCESS)) {
    const std::lock_guard lock(mutex);
    lastProcess = Handle(copy);
  }
  return started;
}

BOOL refuse(DWORD code) {
  SetLastError(code);
  return FALSE;
}

/// In place of the helper, a program that ends at once with this exit code.
BOOL startProgramThatExits(SHELLEXECUTEINFOW* info, int code) {
  std::wstring line = L"cmd.exe /c exit " + std::to_wstring(code);
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION information{};
  if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, FALSE, CREATE_NO_WINDOW, nullptr,
                      nullptr, &startup, &information)) {
    return FALSE;
  }
  CloseHandle(information.hThread);
  info->hProcess = information.hProcess;
  return TRUE;
}

BOOL WINAPI shellExecute(SHELLEXECUTEINFOW* info) {
  std::function<ShellExecute> chosen;
  {
    const std::lock_guard lock(mutex);
    ++prompts;
    chosen = answer;
  }
  return chosen(info);
}

/// Another program may have been faster.
HANDLE WINAPI createNamedPipe(LPCWSTR name, DWORD openMode, DWORD pipeMode, DWORD instances,
                              DWORD out, DWORD in, DWORD wait, LPSECURITY_ATTRIBUTES attributes) {
  Handle other;
  {
    const std::lock_guard lock(mutex);
    if (std::exchange(isNextNameHeld, false)) {
      other = Handle(
          CreateNamedPipeW(name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_MESSAGE, 1, 64, 64, 0, nullptr));
    }
  }
  return CreateNamedPipeW(name, openMode, pipeMode, instances, out, in, wait, attributes);
}

void choose(std::function<ShellExecute> next) {
  const std::lock_guard lock(mutex);
  answer = std::move(next);
  prompts = 0;
  isAnswered = false;
  lastProcess = Handle();
}

void setFunction(Napi::Object exports, const char* name,
                 const std::function<Napi::Value(const Napi::CallbackInfo&)>& call) {
  exports.Set(name, Napi::Function::New(exports.Env(), call, name));
}

Napi::Object initialize(Napi::Env env, Napi::Object exports) {
  const HMODULE addon = GetModuleHandleW(L"interface_panel.node");
  choose(really);
  // They stay as long as the process.
  static const ImportDouble shell("ShellExecuteExW", shellExecute, addon);
  static const ImportDouble pipes("CreateNamedPipeW", createNamedPipe, addon);

  setFunction(exports, "grant", [env](const Napi::CallbackInfo&) {
    choose(really);
    return env.Undefined();
  });
  setFunction(exports, "refuse", [env](const Napi::CallbackInfo& info) {
    const DWORD code = info[0].As<Napi::Number>().Uint32Value();
    choose([code](SHELLEXECUTEINFOW*) { return refuse(code); });
    return env.Undefined();
  });
  setFunction(exports, "startNothing", [env](const Napi::CallbackInfo&) {
    choose([](SHELLEXECUTEINFOW* info) {
      info->hProcess = nullptr;
      return TRUE;
    });
    return env.Undefined();
  });
  setFunction(exports, "exit", [env](const Napi::CallbackInfo& info) {
    const int code = info[0].As<Napi::Number>().Int32Value();
    choose([code](SHELLEXECUTEINFOW* command) { return startProgramThatExits(command, code); });
    return env.Undefined();
  });
  setFunction(exports, "keepAsking", [env](const Napi::CallbackInfo&) {
    choose([](SHELLEXECUTEINFOW* info) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [] { return isAnswered; });
      lock.unlock();
      return really(info);
    });
    return env.Undefined();
  });
  setFunction(exports, "answerAtLast", [env](const Napi::CallbackInfo&) {
    {
      const std::lock_guard lock(mutex);
      isAnswered = true;
    }
    changed.notify_all();
    return env.Undefined();
  });
  setFunction(exports, "holdNextName", [env](const Napi::CallbackInfo&) {
    const std::lock_guard lock(mutex);
    prompts = 0;
    isNextNameHeld = true;
    return env.Undefined();
  });
  setFunction(exports, "prompts", [env](const Napi::CallbackInfo&) -> Napi::Value {
    const std::lock_guard lock(mutex);
    return Napi::Number::New(env, prompts);
  });
  setFunction(exports, "lastExitCode", [env](const Napi::CallbackInfo&) -> Napi::Value {
    const std::lock_guard lock(mutex);
    DWORD code = STILL_ACTIVE;
    if (!lastProcess.valid() || !GetExitCodeProcess(lastProcess.get(), &code)) return env.Null();
    return code == STILL_ACTIVE ? env.Null() : Napi::Number::New(env, code);
  });
  return exports;
}

}  // namespace

NODE_API_MODULE(launcher_double, initialize)
