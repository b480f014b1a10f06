// SPDX-License-Identifier: MIT
#include "stack/linux/route_table.h"

#include <utility>

#include "stack/linux/route_message.h"
#include "stack/linux/route_row.h"

namespace interface_panel {
namespace {

constexpr std::size_t kRoomShare = 64;

Result<Done> leadThroughObject(NetlinkSocket& route, RouteMessage& message, RouteTable& table) {
  if (!table.nexthops) {
    auto nexthops = readNexthops(route);
    if (!nexthops) return nexthops.error();
    table.nexthops = std::move(nexthops.value());
  }
  leadThroughNexthop(message, *table.nexthops);
  return Done{};
}

Result<Done> addRoutes(NetlinkSocket& route, const LuidByIndex& luids,
                       const NetlinkAnswers& answers, RouteTable& table) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    auto message = readRouteMessage(answers[i]);
    if (!message) continue;
    table.defaults.add(*message);
    if (message->nexthopId != 0) {
      if (const auto led = leadThroughObject(route, *message, table); !led) return led.error();
    }
    if (auto row = makeRoute(*message, luids)) table.rows.push_back(std::move(*row));
  }
  return Done{};
}

}  // namespace

Result<RouteTable> makeRouteTable(NetlinkSocket& route, const LuidByIndex& luids,
                                  const NetlinkAnswers& ipv4, const NetlinkAnswers& ipv6) {
  RouteTable table;
  // The list is the largest, and gets its room in one piece, with some for routes to come.
  const std::size_t expected = ipv4.size() + ipv6.size();
  table.rows.reserve(expected + expected / kRoomShare);
  for (const NetlinkAnswers* answers : {&ipv4, &ipv6}) {
    if (const auto added = addRoutes(route, luids, *answers, table); !added) return added.error();
  }
  return table;
}

Result<RouteTable> readRouteTable(NetlinkSocket& route, const LuidByIndex& luids) {
  const auto ipv4 = dumpRoutes(route, Family::ipv4, {});
  if (!ipv4) return ipv4.error();
  const auto ipv6 = dumpRoutes(route, Family::ipv6, {});
  if (!ipv6) return ipv6.error();
  return makeRouteTable(route, luids, ipv4.value(), ipv6.value());
}

}  // namespace interface_panel
