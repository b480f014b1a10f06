// SPDX-License-Identifier: MIT
// Nexthop objects as messages of kernels that are not at hand, and of none.
#include <doctest/doctest.h>
#include <linux/nexthop.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include "stack/linux/nexthop_table.h"

namespace interface_panel {
namespace {

constexpr std::uint16_t kNhaOpFlags = 14;
constexpr std::uint32_t kGroupReservedIsZero = 1U << 31;

// A group of object 7 with these bytes after its number.
RequestBuilder groupOf(std::vector<std::uint8_t> rest) {
  RequestBuilder request(RTM_NEWNEXTHOP, nhmsg{});
  request.add(NHA_ID, std::uint32_t{9});
  rest.insert(rest.begin(), {7, 0, 0, 0});
  request.add(NHA_GROUP, Bytes(rest));
  return request;
}

Nexthop read(const RequestBuilder& request) {
  const auto object = readNexthopMessage({RTM_NEWNEXTHOP, request.bytes()});
  REQUIRE(object);
  return *object;
}

RouteMessage routeBy(std::uint32_t id) {
  RouteMessage route;
  route.index = 3;
  route.header.rtm_type = RTN_UNICAST;
  route.nexthopId = id;
  return route;
}

TEST_CASE("what is no nexthop object is none") {
  const std::vector<std::uint8_t> tooShort(sizeof(nhmsg) - 1);
  CHECK_FALSE(readNexthopMessage({RTM_NEWNEXTHOP, tooShort}).has_value());
  const RequestBuilder request = groupOf({0, 0, 0, 0});
  CHECK_FALSE(readNexthopMessage({RTM_DELNEXTHOP, request.bytes()}).has_value());
}

TEST_CASE(
    "a weight has its upper byte only from kernels that say they clear what they do not use") {
  RequestBuilder request = groupOf({0xFF, 2, 0, 0});
  REQUIRE(read(request).group.size() == 1);
  CHECK(read(request).group.front().id == 7);
  CHECK(read(request).group.front().weight == 0x100);
  request.add(kNhaOpFlags, std::uint32_t{kGroupReservedIsZero});
  CHECK(read(request).group.front().weight == 0x300);
}

TEST_CASE("a group ends with its last whole member") {
  CHECK(read(groupOf({0, 0, 0})).group.empty());
  CHECK(read(groupOf({0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0})).group.size() == 1);
}

TEST_CASE("a route whose object has gone meanwhile stays as it was told") {
  RouteMessage route = routeBy(1);
  leadThroughNexthop(route, {});
  CHECK(route.index == 3);
}

TEST_CASE("a group without a member that has gone leads through the others") {
  NexthopTable nexthops;
  nexthops[1].group = {{7, 1}, {8, 2}};
  nexthops[8].index = 5;
  RouteMessage route = routeBy(1);
  leadThroughNexthop(route, nexthops);
  CHECK(route.index == 0);
  REQUIRE(route.hops.size() == 1);
  CHECK(route.hops.front().index == 5);
  CHECK(route.hops.front().weight == 2);
}

TEST_CASE("a route of an object that drops drops, whatever kernels tell of its type") {
  NexthopTable nexthops;
  nexthops[1].blackhole = true;
  RouteMessage route = routeBy(1);
  leadThroughNexthop(route, nexthops);
  CHECK(route.header.rtm_type == RTN_BLACKHOLE);
  CHECK(route.index == 0);
}

TEST_CASE("a hop that is down says so") {
  NexthopTable nexthops;
  nexthops[1].flags = RTNH_F_DEAD | RTNH_F_LINKDOWN;
  nexthops[2].group = {{1, 1}, {1, 1}};
  RouteMessage single = routeBy(1);
  leadThroughNexthop(single, nexthops);
  CHECK(single.header.rtm_flags == (RTNH_F_DEAD | RTNH_F_LINKDOWN));
  RouteMessage group = routeBy(2);
  leadThroughNexthop(group, nexthops);
  REQUIRE(group.hops.size() == 2);
  CHECK(group.hops.front().flags == (RTNH_F_DEAD | RTNH_F_LINKDOWN));
}

}  // namespace
}  // namespace interface_panel
