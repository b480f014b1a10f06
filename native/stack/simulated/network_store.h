// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "stack/ip_stack.h"
#include "stack/result.h"
#include "stack/simulated/network.h"

namespace interface_panel::simulated {

/// What a change touched, so that no more than that is written.
struct NetworkChange {
  std::vector<IpInterfaceKey> rows;
  bool faults = false;
  /// Anything else: the whole network is written anew.
  bool everything = false;
};

/// Where a simulated network is kept: a file that processes share, or memory in a fuzzer.
class NetworkStore {
 public:
  NetworkStore() = default;
  NetworkStore(const NetworkStore&) = delete;
  NetworkStore& operator=(const NetworkStore&) = delete;
  virtual ~NetworkStore() = default;

  /// The network as it is now; valid until the next call.
  virtual Result<const SimulatedNetwork*> read() = 0;

  /// Changes the network as one step for everybody else.
  virtual Result<Done> update(const std::function<NetworkChange(SimulatedNetwork&)>& change) = 0;

  /// Calls `changed` from a thread of the watch after anybody changed the network.
  virtual Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) = 0;
};

}  // namespace interface_panel::simulated
