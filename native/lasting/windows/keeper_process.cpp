// SPDX-License-Identifier: MIT
#include "lasting/keeper_process.h"

#include <windows.h>

#include <memory>
#include <type_traits>

#include "channel/windows/handle.h"
#include "lasting/windows/keeper_service_name.h"

namespace interface_panel {
namespace {

struct ServiceCloser {
  void operator()(SC_HANDLE handle) const { CloseServiceHandle(handle); }
};
using ServiceHandle = std::unique_ptr<std::remove_pointer_t<SC_HANDLE>, ServiceCloser>;

/// Of the keeper's service; 0 while it does not run.
std::uint32_t serviceProcess() {
  const ServiceHandle manager(OpenSCManagerW(nullptr, nullptr, SC_MANAGER_CONNECT));
  if (!manager) return 0;
  const ServiceHandle service(OpenServiceW(manager.get(), kKeeperService, SERVICE_QUERY_STATUS));
  if (!service) return 0;
  SERVICE_STATUS_PROCESS status{};
  DWORD size = 0;
  const bool isKnown =
      QueryServiceStatusEx(service.get(), SC_STATUS_PROCESS_INFO, reinterpret_cast<BYTE*>(&status),
                           sizeof status, &size) != FALSE;
  return isKnown && status.dwCurrentState == SERVICE_RUNNING ? status.dwProcessId : 0;
}

}  // namespace

std::optional<std::uint64_t> processStartedAt(std::uint32_t process) {
  const Handle handle(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
  FILETIME created{};
  FILETIME ended{};
  FILETIME kernel{};
  FILETIME user{};
  if (!handle.valid() || !GetProcessTimes(handle.get(), &created, &ended, &kernel, &user)) {
    return std::nullopt;
  }
  DWORD exitCode = 0;
  // One that has ended is there as long as somebody holds it open.
  if (!GetExitCodeProcess(handle.get(), &exitCode) || exitCode != STILL_ACTIVE) return std::nullopt;
  return static_cast<std::uint64_t>(created.dwHighDateTime) << 32 | created.dwLowDateTime;
}

/// An ordinary user may not look at a process of SYSTEM's, but may ask for the service. In the
/// foreground the keeper is no service, and the process itself tells.
bool isKeeperProcess(std::uint32_t process, std::uint64_t startedAt) {
  return (process != 0 && process == serviceProcess()) || processStartedAt(process) == startedAt;
}

}  // namespace interface_panel
