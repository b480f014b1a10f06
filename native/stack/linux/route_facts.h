// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "stack/linux/default_route_summary.h"
#include "stack/linux/kernel_notices.h"
#include "stack/linux/netlink_socket.h"
#include "stack/linux/route_editor.h"
#include "stack/linux/route_record.h"

namespace interface_panel {

/// Links by their index, each once; 0 stands for a route of several.
using Links = std::vector<std::uint32_t>;

/// The default routes of one link, in every table.
struct LinkDefaultRoutes {
  /// Unicast routes to everywhere, from anywhere, in the kernel's order.
  std::vector<RouteRecord> routes;
  DefaultRouteSummary summary;
};

/// An IPv6 route of one link with an MTU of its own that follows the link's.
struct MtuRoute {
  RouteRecord record;
  std::uint32_t mtu = 0;
  /// The kernel made it itself; user space could not make it again as it was.
  bool kernels = false;
};

struct LinkMtuRoutes {
  std::vector<MtuRoute> routes;
  /// One of them that is not the kernel's could not be replaced by itself.
  bool entangled = false;
};

/// What the routes of the kernel say of each link. Whole tables are asked for once, and afterwards
/// again those links' that the kernel has told of since; so that a plan costs as much for each of
/// its operations, however many there are and whatever else the tables hold.
class RouteFacts {
 public:
  RouteFacts();

  /// Errors of all: those of RTM_GETROUTE. What is returned holds until the next call.
  Result<const LinkDefaultRoutes*> defaultRoutes(NetlinkSocket& route, Family family,
                                                 std::uint32_t link);

  /// The first links, so many at most, with default routes in the main table that precede the
  /// link's in their group now.
  Result<Links> ahead(NetlinkSocket& route, const RouteRecord& record, std::size_t most);

  /// The link whose default route of the main table comes first in each group, now.
  Result<std::map<RouteGroupKey, std::uint32_t>> leaders(NetlinkSocket& route, Family family);

  /// We have made this route, which is the first or the last of its group now.
  void noteAdded(const RouteRecord& record, RoutePlace place);

  /// EMSGSIZE: more than any footprint could hold.
  Result<const LinkMtuRoutes*> mtuRoutes(NetlinkSocket& route, std::uint32_t link);

 private:
  struct DefaultRouteTable {
    NetlinkAnswers answers;
    /// Where in the answers each link has its routes; those under 0 do not tell their links.
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> places;
    /// Links of the main table's routes of each group, in the kernel's order.
    std::map<RouteGroupKey, Links> order;
    /// No route has come since, whose place there would be unknown.
    bool ordered = true;
    std::map<std::uint32_t, LinkDefaultRoutes> links;
    std::set<std::uint32_t> stale;
  };
  struct MtuRouteTable {
    /// The rest has none.
    bool complete = false;
    std::set<std::uint32_t> stale;
    std::map<std::uint32_t, std::optional<LinkMtuRoutes>> links;
  };

  void hearNews();
  void forget(std::uint32_t link);
  [[nodiscard]] bool knowsMtuRoutes(std::uint32_t link) const;
  static LinkDefaultRoutes routesIn(DefaultRouteTable& table, std::uint32_t link);
  Result<Done> readDefaultRoutes(NetlinkSocket& route, Family family);
  Result<LinkDefaultRoutes> readDefaultRoutesAgain(NetlinkSocket& route, Family family,
                                                   std::uint32_t link);
  /// The order of now.
  Result<const std::map<RouteGroupKey, Links>*> readOrder(NetlinkSocket& route, Family family);
  static void updateOrder(DefaultRouteTable& table, std::uint32_t link,
                          const LinkDefaultRoutes& fresh);
  Result<Done> readMtuRoutes(NetlinkSocket& route, std::uint32_t link);

  KernelNotices notices_;
  std::map<Family, DefaultRouteTable> defaults_;
  MtuRouteTable mtus_;
};

}  // namespace interface_panel
