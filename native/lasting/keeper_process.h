// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

namespace interface_panel {

/// When a process started, in the unit of the keeper's status; none if there is no such process.
/// Linux: clock ticks since the boot (proc_pid_stat(5), starttime), and in the upper 24 bits the
/// first ones of the boot's id. Windows: FILETIME.
std::optional<std::uint64_t> processStartedAt(std::uint32_t process);

/// Whether this very process runs, with the rights that a keeper has: what a status of a keeper
/// that ended says holds no longer.
bool isKeeperProcess(std::uint32_t process, std::uint64_t startedAt);

}  // namespace interface_panel
