// SPDX-License-Identifier: MIT
#include <windows.h>

#include <cstdio>
#include <cwchar>
#include <exception>

#include "channel/windows/handle.h"
#include "keeper/windows/console_log.h"
#include "keeper/windows/keeper_service.h"

namespace {

using interface_panel::ConsoleLog;
using interface_panel::Handle;
using interface_panel::KeeperExit;

constexpr const char* kUsage =
    "Usage: interface-panel-keeper [--foreground | --version]\n"
    "Sets lasting settings again, as the service that runs it. --foreground: in this console, until"
    " Ctrl+C.\n";

HANDLE toldToStop = nullptr;

/// Called on a thread of the system's, for whatever ends a program of a console.
BOOL WINAPI onConsoleEvent(DWORD) {
  SetEvent(toldToStop);
  return TRUE;
}

KeeperExit keepInForeground() {
  const Handle stop(CreateEventW(nullptr, TRUE, FALSE, nullptr));
  toldToStop = stop.get();
  SetConsoleCtrlHandler(onConsoleEvent, TRUE);
  ConsoleLog log;
  try {
    return interface_panel::keep(log, stop.get(), [] {});
  } catch (const std::exception& failure) {
    log.write(interface_panel::LogLevel::warning, failure.what());
    return KeeperExit::failed;
  }
}

KeeperExit refuseArguments() {
  std::fputs(kUsage, stderr);
  return KeeperExit::argumentsRefused;
}

KeeperExit run(int count, wchar_t** values) {
  // The first is the program's own name.
  if (count <= 1) {
    const auto exit = interface_panel::keepAsService();
    return exit ? *exit : refuseArguments();
  }
  if (count > 2) return refuseArguments();
  if (std::wcscmp(values[1], L"--foreground") == 0) return keepInForeground();
  if (std::wcscmp(values[1], L"--version") != 0) return refuseArguments();
  std::puts("interface-panel-keeper " INTERFACE_PANEL_VERSION);
  return KeeperExit::toldToStop;
}

}  // namespace

int wmain(int count, wchar_t** values) { return static_cast<int>(run(count, values)); }
