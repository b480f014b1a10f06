// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>

// The few calls of the platform behind FileLock.
namespace interface_panel::simulated::locked_file {

inline constexpr std::intptr_t kNoHandle = -1;

enum class Attempt { locked, busy, failed };

/// Opens the file, making it when it is missing; kNoHandle on failure.
std::intptr_t open(const std::filesystem::path& path);

/// Never waits.
Attempt tryLock(std::intptr_t handle, bool exclusive);

void unlockAndClose(std::intptr_t handle);

}  // namespace interface_panel::simulated::locked_file
