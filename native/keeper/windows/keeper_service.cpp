// SPDX-License-Identifier: MIT
#include "keeper/windows/keeper_service.h"

#include <array>
#include <exception>
#include <string>

#include "channel/windows/handle.h"
#include "lasting/windows/keeper_service_name.h"
#include "log/windows/event_log.h"

namespace interface_panel {
namespace {

/// How long the service manager waits for the next word while the service starts or stops.
constexpr DWORD kWaitHint = 10'000;

/// The functions of a service have no context.
struct Service {
  SERVICE_STATUS_HANDLE status = nullptr;
  Handle stop{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
  KeeperExit exit = KeeperExit::failed;
};

Service& service() {
  static Service one;
  return one;
}

void report(DWORD state, KeeperExit exit = KeeperExit::toldToStop) {
  SERVICE_STATUS status{};
  status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
  status.dwCurrentState = state;
  status.dwControlsAccepted =
      state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0;
  const bool isFine = exit == KeeperExit::toldToStop;
  status.dwWin32ExitCode = isFine ? NO_ERROR : ERROR_SERVICE_SPECIFIC_ERROR;
  status.dwServiceSpecificExitCode = static_cast<DWORD>(exit);
  const bool isOnTheWay = state == SERVICE_START_PENDING || state == SERVICE_STOP_PENDING;
  status.dwWaitHint = isOnTheWay ? kWaitHint : 0;
  SetServiceStatus(service().status, &status);
}

DWORD WINAPI onControl(DWORD control, DWORD, void*, void*) {
  switch (control) {
    case SERVICE_CONTROL_INTERROGATE:
      return NO_ERROR;
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
      report(SERVICE_STOP_PENDING);
      SetEvent(service().stop.get());
      return NO_ERROR;
    default:
      return ERROR_CALL_NOT_IMPLEMENTED;
  }
}

KeeperExit keepAndLog() {
  EventLog log(kKeeperService);
  try {
    return keep(log, service().stop.get(), [] { report(SERVICE_RUNNING); });
  } catch (const std::exception& failure) {
    log.write(LogLevel::warning, failure.what());
    return KeeperExit::failed;
  }
}

// Whatever arguments somebody starts the service with, they are not read.
void WINAPI serviceMain(DWORD, wchar_t**) {
  service().status = RegisterServiceCtrlHandlerExW(kKeeperService, onControl, nullptr);
  if (service().status == nullptr) return;
  report(SERVICE_START_PENDING);
  service().exit = keepAndLog();
  report(SERVICE_STOPPED, service().exit);
}

}  // namespace

std::optional<KeeperExit> keepAsService() {
  std::wstring name = kKeeperService;
  const std::array<SERVICE_TABLE_ENTRYW, 2> services{{{name.data(), serviceMain}, {}}};
  // Fails where no service manager has started this process.
  if (!StartServiceCtrlDispatcherW(services.data())) return std::nullopt;
  return service().exit;
}

}  // namespace interface_panel
