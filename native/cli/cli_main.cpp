// SPDX-License-Identifier: MIT
// interface-panel-cli.exe: the app beside it as a command of the console, with its exit code.
// Not verified on a real Windows.
#include <windows.h>

#include <cstdio>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "channel/windows/command_line.h"
#include "cli/app_process.h"
#include "cli/console.h"
#include "helper/windows/utf8_arguments.h"

namespace interface_panel {
namespace {

constexpr int kNotStarted = 1;

std::wstring ownFolder() {
  std::wstring path(32'768, L'\0');
  path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
  return path.substr(0, path.find_last_of(L'\\') + 1);
}

std::wstring commandLineFor(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"Interface Panel.exe", "--cli"});
  return joinArguments(arguments);
}

int run(std::vector<std::string> arguments) {
  // The app's work goes on whatever is typed: it is ended by an answer, not by a key.
  SetConsoleCtrlHandler(nullptr, TRUE);
  const Utf8Console console;
  auto app = startApp(ownFolder() + L"Interface Panel.exe", commandLineFor(std::move(arguments)));
  if (!app) {
    std::fprintf(stderr, "Interface Panel.exe did not start: error %lu.\n", GetLastError());
    return kNotStarted;
  }
  // Nobody waits for it: a read of the console ends with the process.
  std::thread(passInput, GetStdHandle(STD_INPUT_HANDLE), std::move(app->input)).detach();
  std::thread errors([&] { passOutput(app->errorOutput, GetStdHandle(STD_ERROR_HANDLE)); });
  passOutput(app->output, GetStdHandle(STD_OUTPUT_HANDLE));
  errors.join();
  WaitForSingleObject(app->process.get(), INFINITE);
  DWORD code = kNotStarted;
  GetExitCodeProcess(app->process.get(), &code);
  return static_cast<int>(code);
}

}  // namespace
}  // namespace interface_panel

int wmain(int count, wchar_t** values) {
  // Not returned: the thread that reads may still hold the streams.
  const int code = interface_panel::run(interface_panel::utf8Arguments(count, values));
  ExitProcess(static_cast<UINT>(code));
}
