// SPDX-License-Identifier: MIT
#include "lasting/keeper_process.h"

#include <windows.h>

#include "channel/windows/handle.h"

namespace interface_panel {

std::optional<std::uint64_t> processStartedAt(std::uint32_t process) {
  const Handle handle(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, process));
  FILETIME created{};
  FILETIME ended{};
  FILETIME kernel{};
  FILETIME user{};
  if (!handle.valid() || !GetProcessTimes(handle.get(), &created, &ended, &kernel, &user)) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(created.dwHighDateTime) << 32 | created.dwLowDateTime;
}

bool isKeeperProcess(std::uint32_t process, std::uint64_t startedAt) {
  return processStartedAt(process) == startedAt;
}

}  // namespace interface_panel
