// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "stack/ip_stack.h"
#include "stack/linux/netlink_socket.h"

namespace interface_panel {

/// The read calls of both Linux stacks, on one rtnetlink socket that is opened when first needed.
class LinuxReader {
 public:
  Result<Snapshot> snapshot();
  Result<IpInterface> ipInterface(const IpInterfaceKey& key);
  Result<BestRoute> bestRoute(const IpAddress& destination, const std::optional<IpAddress>& source);
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed);

  /// The socket for further questions. Errors: those of socket(2) and bind(2).
  Result<NetlinkSocket*> route();

 private:
  std::optional<NetlinkSocket> route_;
};

}  // namespace interface_panel
