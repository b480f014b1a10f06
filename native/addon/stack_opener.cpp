// SPDX-License-Identifier: MIT
#include "addon/stack_opener.h"

#include "stack/simulated/simulated_stack.h"
#ifdef _WIN32
#include "stack/windows/windows_stack.h"
#else
#include "stack/linux/linux_stack.h"
#endif

namespace interface_panel {
namespace {

constexpr std::string_view kSimulated = "simulated";

#ifdef _WIN32
constexpr std::string_view kPlatform = "windows";
std::unique_ptr<IpStack> openPlatformStack() { return makeWindowsStack(); }
#else
constexpr std::string_view kPlatform = "linux";
std::unique_ptr<IpStack> openPlatformStack() { return makeLinuxStack(); }
#endif

}  // namespace

bool hasStack(std::string_view name) { return name == kPlatform || name == kSimulated; }

std::unique_ptr<IpStack> openStack(std::string_view name, const std::filesystem::path& stateFile) {
  return name == kSimulated ? makeSimulatedStack(stateFile) : openPlatformStack();
}

}  // namespace interface_panel
