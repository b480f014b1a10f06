// SPDX-License-Identifier: MIT
// Netlink messages with lengths that lie.
#include <doctest/doctest.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <random>

#include "stack/linux/netlink_attributes.h"
#include "stack/linux/route_message.h"
#include "stack/linux/route_record.h"

namespace interface_panel {
namespace {

// One attribute with the length it claims, whatever its payload.
std::vector<std::uint8_t> attributeClaiming(std::uint16_t length, std::size_t payload) {
  std::vector<std::uint8_t> raw(4 + payload, 0xAA);
  raw[0] = static_cast<std::uint8_t>(length);
  raw[1] = static_cast<std::uint8_t>(length >> 8);
  raw[2] = RTA_OIF;
  raw[3] = 0;
  return raw;
}

TEST_CASE("attributes come out as they were written, padding apart") {
  AttributeWriter writer;
  writer.add(3, std::uint8_t{7});
  writer.add(4, std::uint32_t{0x01020304});
  AttributeWriter inner;
  inner.add(1, std::uint16_t{9});
  writer.addNested(5, inner);
  CHECK(writer.bytes().size() == 8 + 8 + 12);

  const AttributeTable<8> table(writer.bytes());
  CHECK(table.get<std::uint8_t>(3) == 7);
  CHECK(table.u32(4) == 0x01020304);
  const AttributeTable<8> nested(table[5]);
  CHECK(nested.get<std::uint16_t>(1) == 9);
  CHECK_FALSE(table.has(6));
  CHECK(table.u32(6, 42) == 42);
}

TEST_CASE("an attribute that claims more or less than there is ends the list") {
  for (const std::uint16_t length : std::vector<std::uint16_t>{0, 1, 3, 9, 12, 0xFFFF}) {
    CAPTURE(length);
    const auto raw = attributeClaiming(length, 4);
    Bytes rest(raw);
    CHECK_FALSE(takeAttribute(rest).has_value());
    CHECK(rest.size() == raw.size());
  }
}

TEST_CASE("an attribute without its padding at the end of a message is whole") {
  const auto raw = attributeClaiming(5, 1);
  Bytes rest(raw);
  const auto attribute = takeAttribute(rest);
  REQUIRE(attribute);
  CHECK(attribute->value.size() == 1);
  CHECK(rest.empty());
}

TEST_CASE("flag bits are no part of a type") {
  auto raw = attributeClaiming(8, 4);
  raw[3] = 0xC0;
  Bytes rest(raw);
  CHECK(takeAttribute(rest)->type == RTA_OIF);
}

TEST_CASE("a value is none when its attribute is too short for it") {
  AttributeWriter writer;
  writer.add(2, std::uint16_t{1});
  const AttributeTable<4> table(writer.bytes());
  CHECK_FALSE(table.get<std::uint32_t>(2).has_value());
  CHECK(table.get<std::uint16_t>(2) == 1);
}

TEST_CASE("text ends at its zero, or with the attribute") {
  const std::vector<std::uint8_t> terminated{'e', 't', 'h', 0, 'x'};
  const std::vector<std::uint8_t> open{'e', 't', 'h'};
  CHECK(readText(terminated) == "eth");
  CHECK(readText(open) == "eth");
  CHECK(readText({}).empty());
}

TEST_CASE("what is no route message is none") {
  const std::vector<std::uint8_t> tooShort(sizeof(rtmsg) - 1);
  CHECK_FALSE(readRouteMessage({RTM_NEWROUTE, tooShort}).has_value());
  rtmsg header{};
  header.rtm_family = AF_UNIX;
  const RequestBuilder otherFamily(RTM_NEWROUTE, header);
  CHECK_FALSE(readRouteMessage({RTM_NEWROUTE, otherFamily.bytes()}).has_value());
  header.rtm_family = AF_INET;
  const RequestBuilder route(RTM_NEWROUTE, header);
  CHECK(readRouteMessage({RTM_NEWROUTE, route.bytes()}).has_value());
  CHECK_FALSE(readRouteMessage({RTM_DELROUTE, route.bytes()}).has_value());
}

TEST_CASE("hops of a multipath route stop at a length that lies") {
  rtmsg header{};
  header.rtm_family = AF_INET;
  for (const unsigned short length : std::vector<unsigned short>{0, 7, 100}) {
    CAPTURE(length);
    const std::vector<rtnexthop> hops{{8, 0, 1, 5}, {length, 0, 0, 6}};
    std::vector<std::uint8_t> raw(hops.size() * sizeof(rtnexthop));
    std::memcpy(raw.data(), hops.data(), raw.size());
    RequestBuilder request(RTM_NEWROUTE, header);
    request.add(RTA_MULTIPATH, Bytes(raw));
    const auto route = readRouteMessage({RTM_NEWROUTE, request.bytes()});
    REQUIRE(route);
    REQUIRE(route->hops.size() == 1);
    CHECK(route->hops[0].index == 5);
    CHECK(route->hops[0].weight == 2);
  }
}

// A default route through link 7, followed by `tail`.
std::vector<std::uint8_t> routeWithTail(std::uint8_t family,
                                        const std::vector<std::uint8_t>& tail) {
  rtmsg header{};
  header.rtm_family = family;
  header.rtm_table = RT_TABLE_MAIN;
  header.rtm_type = RTN_UNICAST;
  RequestBuilder request(RTM_NEWROUTE, header);
  request.add(RTA_OIF, std::uint32_t{7});
  std::vector<std::uint8_t> raw(request.bytes().begin(), request.bytes().end());
  raw.insert(raw.end(), tail.begin(), tail.end());
  return raw;
}

TEST_CASE("whatever attributes a route has, its footprint gives them back or is refused") {
  std::mt19937 random(20240229);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<std::size_t> size(0, 64);
  int kept = 0;
  for (int i = 0; i < 20000; ++i) {
    std::vector<std::uint8_t> tail(size(random));
    for (auto& one : tail) one = static_cast<std::uint8_t>(byte(random));
    // Small lengths and types make whole attributes likely.
    for (std::size_t at = 0; at + 3 < tail.size(); at += 8) {
      tail[at] = 8;
      tail[at + 1] = 0;
      tail[at + 2] %= RTA_MAX + 2;
      tail[at + 3] = 0;
    }
    const auto raw = routeWithTail(i % 2 == 0 ? AF_INET : AF_INET6, tail);
    const auto route = readRouteMessage({RTM_NEWROUTE, raw});
    REQUIRE(route);
    const RouteRecord record = recordOf(*route);
    FootprintWriter writer;
    writeRoutes(writer, {record});
    const Footprint footprint = writer.take();
    FootprintReader reader(footprint);
    const auto again = readRoutes(reader, record.family);
    if (!reader.complete()) continue;
    CHECK(again.front().sameAs(record));
    ++kept;
  }
  CHECK(kept > 100);
}

}  // namespace
}  // namespace interface_panel
