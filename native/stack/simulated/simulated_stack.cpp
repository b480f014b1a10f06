// SPDX-License-Identifier: MIT
#include "stack/simulated/simulated_stack.h"

#include "stack/simulated/network_file.h"
#include "stack/simulated/simulated_reads.h"

namespace interface_panel {

std::unique_ptr<IpStack> makeSimulatedStack(const std::filesystem::path& path) {
  using namespace simulated;
  return std::make_unique<SimulatedReads<IpStack>>(std::make_unique<NetworkFile>(path));
}

}  // namespace interface_panel
