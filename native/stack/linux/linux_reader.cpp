// SPDX-License-Identifier: MIT
#include "stack/linux/linux_reader.h"

#include <utility>

#include "stack/linux/change_watch.h"
#include "stack/linux/ip_interface_reader.h"
#include "stack/linux/route_lookup.h"
#include "stack/linux/snapshot_assembly.h"

namespace interface_panel {

Result<NetlinkSocket*> LinuxReader::route() {
  if (!route_) {
    auto socket = NetlinkSocket::open(NETLINK_ROUTE);
    if (!socket) return socket.error();
    route_.emplace(std::move(socket.value()));
  }
  return &*route_;
}

Result<Snapshot> LinuxReader::snapshot() {
  const auto socket = route();
  if (!socket) return socket.error();
  return takeSnapshot(*socket.value());
}

Result<IpInterface> LinuxReader::ipInterface(const IpInterfaceKey& key) {
  const auto socket = route();
  if (!socket) return socket.error();
  return readIpInterface(*socket.value(), key);
}

Result<BestRoute> LinuxReader::bestRoute(const IpAddress& destination,
                                         const std::optional<IpAddress>& source) {
  const auto socket = route();
  if (!socket) return socket.error();
  return lookUpRoute(*socket.value(), destination, source);
}

Result<std::unique_ptr<Watch>> LinuxReader::watch(std::function<void()> changed) {
  return watchChanges(std::move(changed));
}

}  // namespace interface_panel
