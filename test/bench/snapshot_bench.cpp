// SPDX-License-Identifier: MIT
// Takes snapshots of the Linux stack and prints the milliseconds of the last, and how many IP
// interfaces and routes it has.

#include <chrono>
#include <cstdio>
#include <memory>

#include "stack/linux/linux_stack.h"

namespace {

/// The first fill caches of the allocator and of the kernel; a running app has done that long ago.
constexpr int kWarmUps = 3;

}  // namespace

int main() {
  using Clock = std::chrono::steady_clock;
  const std::unique_ptr<interface_panel::IpStack> stack = interface_panel::makeLinuxStack();
  std::chrono::duration<double, std::milli> taken{};
  std::size_t ipInterfaces = 0;
  std::size_t routes = 0;
  for (int i = 0; i <= kWarmUps; ++i) {
    const auto began = Clock::now();
    const auto snapshot = stack->snapshot();
    taken = Clock::now() - began;
    if (!snapshot) {
      std::fprintf(stderr, "%s: %s\n", snapshot.error().call.c_str(),
                   snapshot.error().name.c_str());
      return 1;
    }
    ipInterfaces = snapshot->ipInterfaces.size();
    routes = snapshot->routes.size();
  }
  std::printf("{\"milliseconds\":%.3f,\"ipInterfaces\":%zu,\"routes\":%zu}\n", taken.count(),
              ipInterfaces, routes);
  return 0;
}
