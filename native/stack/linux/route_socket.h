// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stack/linux/netlink_socket.h"

namespace interface_panel {

/// A socket of NETLINK_ROUTE that is opened when it is first needed, and anew once it timed out.
class RouteSocket {
 public:
  /// Errors: those of opening it; the next call tries again.
  Result<NetlinkSocket*> get();

 private:
  std::optional<NetlinkSocket> socket_;
};

}  // namespace interface_panel
