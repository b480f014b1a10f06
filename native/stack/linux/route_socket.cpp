// SPDX-License-Identifier: MIT
#include "stack/linux/route_socket.h"

#include <utility>

namespace interface_panel {

Result<NetlinkSocket*> RouteSocket::get() {
  if (!socket_ || socket_->timedOut()) {
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    if (!socket) return socket.error();
    socket_.emplace(std::move(socket.value()));
  }
  return &*socket_;
}

}  // namespace interface_panel
