// SPDX-License-Identifier: MIT
#include "stack/simulated/simulated_stack.h"

#include "stack/simulated/simulated_reads.h"

namespace interface_panel {

std::unique_ptr<IpStack> makeSimulatedStack(const std::filesystem::path& path) {
  return std::make_unique<simulated::SimulatedReads<IpStack>>(path);
}

}  // namespace interface_panel
