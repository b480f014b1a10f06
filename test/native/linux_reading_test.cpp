// SPDX-License-Identifier: MIT
// Pure parts of reading: resolv.conf, names, and what the routes say about default routes.
#include <doctest/doctest.h>

#include "stack/linux/adapter_row.h"
#include "stack/linux/default_route_summary.h"
#include "stack/linux/name_servers.h"
#include "stack/linux/parking_table.h"

namespace interface_panel {
namespace {

RouteMessage defaultRoute(std::uint32_t table, std::uint32_t index) {
  RouteMessage route;
  route.header.rtm_type = RTN_UNICAST;
  route.table = table;
  route.index = index;
  return route;
}

TEST_CASE("name servers are read as resolv.conf(5) has them") {
  const auto servers = parseResolvConf(
      "# nameserver 1.1.1.1\n; comment\nsearch example.org\n"
      "nameserver 192.0.2.1\n\tnameserver   fe80::1%eth0 \nnameserver\nnameservers 9.9.9.9\n"
      "nameserver 2001:db8::1");
  REQUIRE(servers.size() == 3);
  CHECK(servers[0].address == "192.0.2.1");
  CHECK(servers[0].zone.empty());
  CHECK(servers[1].address == "fe80::1");
  CHECK(servers[1].zone == "eth0");
  CHECK(servers[2].address == "2001:db8::1");
}

TEST_CASE("default routes are off when one waits and none is in use") {
  DefaultRouteSummaries states;
  states.add(defaultRoute(parkedRoutesTable(3), 3));
  CHECK(states.of(Family::ipv4, 3).off());
  CHECK_FALSE(states.of(Family::ipv6, 3).off());
  CHECK_FALSE(states.of(Family::ipv4, 4).off());

  RouteMessage dead = defaultRoute(RT_TABLE_MAIN, 3);
  dead.header.rtm_flags = RTNH_F_DEAD;
  states.add(dead);
  CHECK(states.of(Family::ipv4, 3).off());

  states.add(defaultRoute(RT_TABLE_MAIN, 3));
  CHECK_FALSE(states.of(Family::ipv4, 3).off());
  CHECK(states.of(Family::ipv4, 3).overridden());
}

TEST_CASE("only unicast routes to everywhere are default routes") {
  DefaultRouteSummaries states;
  RouteMessage half = defaultRoute(RT_TABLE_MAIN, 3);
  half.destination.prefixLength = 1;
  states.add(half);
  RouteMessage blackhole = defaultRoute(RT_TABLE_MAIN, 3);
  blackhole.header.rtm_type = RTN_BLACKHOLE;
  states.add(blackhole);
  CHECK_FALSE(states.of(Family::ipv4, 3).present);
}

TEST_CASE("a nexthop object that hides its links concerns all of them") {
  DefaultRouteSummaries states;
  RouteMessage route = defaultRoute(RT_TABLE_MAIN, 0);
  route.nexthopId = 5;
  states.add(route);
  CHECK(states.of(Family::ipv4, 1).nexthopObject);
  CHECK(states.of(Family::ipv4, 99).nexthopObject);
  CHECK_FALSE(states.of(Family::ipv6, 1).nexthopObject);
}

TEST_CASE("a multipath default route concerns the link of each hop") {
  DefaultRouteSummaries states;
  RouteMessage route = defaultRoute(RT_TABLE_MAIN, 0);
  route.hops = {{3, {}, 1, 0, {}}, {4, {}, 1, 0, {}}};
  states.add(route);
  CHECK(states.of(Family::ipv4, 3).multipath);
  CHECK(states.of(Family::ipv4, 4).multipath);
  CHECK_FALSE(states.of(Family::ipv4, 5).multipath);
}

}  // namespace
}  // namespace interface_panel
