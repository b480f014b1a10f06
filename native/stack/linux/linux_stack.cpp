// SPDX-License-Identifier: MIT
#include "stack/linux/linux_stack.h"

#include <utility>

#include "stack/linux/change_watch.h"
#include "stack/linux/held_routes.h"
#include "stack/linux/ip_interface_reader.h"
#include "stack/linux/route_lookup.h"
#include "stack/linux/route_socket.h"
#include "stack/linux/snapshot_assembly.h"

namespace interface_panel {
namespace {

class LinuxStack final : public IpStack {
 public:
  Result<Snapshot> snapshot() override {
    const auto route = route_.get();
    if (!route) return route.error();
    return takeSnapshot(*route.value(), ethtool_);
  }

  Result<SnapshotDiff> update(Snapshot& held) override {
    const auto route = route_.get();
    if (!route) return route.error();
    Splices splices;
    auto fresh = takeSnapshotBesideRoutes(
        *route.value(), ethtool_, [&](const LuidByIndex& luids) -> Result<DefaultRouteSummaries> {
          auto updated = routes_.update(*route.value(), luids, held.routes);
          if (!updated) return updated.error();
          splices = std::move(updated.value());
          return routes_.defaultRoutes();
        });
    if (!fresh) return fresh.error();
    std::vector<Route> routes = std::exchange(held.routes, {});
    SnapshotDiff diff = diffSnapshots(held, fresh.value());
    diff.routes = std::move(splices);
    held = std::move(fresh).value();
    held.routes = std::move(routes);
    return diff;
  }

  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    const auto route = route_.get();
    if (!route) return route.error();
    return readIpInterface(*route.value(), key);
  }

  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    const auto route = route_.get();
    if (!route) return route.error();
    return lookUpRoute(*route.value(), destination, source);
  }

  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return watchChanges(std::move(changed));
  }

 private:
  RouteSocket route_;
  EthtoolTables ethtool_;
  HeldRoutes routes_;
};

}  // namespace

std::unique_ptr<IpStack> makeLinuxStack() { return std::make_unique<LinuxStack>(); }

}  // namespace interface_panel
