// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "stack/ip_stack.h"

namespace interface_panel::simulated {

/// Calls `changed` from a thread of its own after anyone, in whatever process, wrote to the file.
/// It looks at the file's header every 10 ms: cheap, and the same on every platform.
std::unique_ptr<Watch> watchFile(const std::filesystem::path& path, std::function<void()> changed);

}  // namespace interface_panel::simulated
