// SPDX-License-Identifier: MIT
// Footprints of the Linux stack: what a journal that others can write may hold.
#include <doctest/doctest.h>
#include <linux/rtnetlink.h>

#include <functional>

#include "stack/linux/footprint_codec.h"
#include "stack/linux/link_mtu_state.h"
#include "stack/linux/route_record.h"

namespace interface_panel {
namespace {

FootprintHeader sampleHeader() {
  return {Field::NlMtu, Family::ipv6, {7, "eth0", {2, 0, 0, 0, 0, 1}}};
}

std::optional<FootprintHeader> decode(const Footprint& footprint) {
  FootprintReader reader(footprint);
  return readHeader(reader);
}

Footprint encode(const FootprintHeader& header) {
  FootprintWriter writer;
  writeHeader(writer, header);
  return writer.take();
}

RouteRecord sampleRoute() {
  RouteRecord record;
  record.group.table = RT_TABLE_MAIN;
  record.group.metric = 100;
  record.index = 7;
  record.protocol = RTPROT_STATIC;
  record.type = RTN_UNICAST;
  AttributeWriter attributes;
  attributes.add(RTA_OIF, std::uint32_t{7});
  attributes.add(RTA_GATEWAY, std::uint32_t{0x0100000A});
  record.attributes.assign(attributes.bytes().begin(), attributes.bytes().end());
  return record;
}

// Whether a footprint with this route alone is read back whole.
bool survives(const RouteRecord& record) {
  FootprintWriter writer;
  writeRoutes(writer, {record});
  const Footprint footprint = writer.take();
  FootprintReader reader(footprint);
  const auto routes = readRoutes(reader, Family::ipv4);
  return reader.complete() && routes.size() == 1 && routes.front().sameAs(record);
}

TEST_CASE("numbers, bytes and text are read back as written, and nothing is left") {
  FootprintWriter writer;
  writer.number(-1);
  writer.number(INT64_MAX);
  writer.text("eth0");
  const Footprint footprint = writer.take();
  FootprintReader reader(footprint);
  CHECK(reader.number() == -1);
  CHECK_FALSE(reader.complete());
  CHECK(reader.number() == INT64_MAX);
  CHECK(reader.text(4) == "eth0");
  CHECK(reader.complete());
}

TEST_CASE("after one value that does not fit, all further ones are empty") {
  const std::vector<std::function<void(FootprintReader&)>> misfits{
      [](FootprintReader& reader) { reader.number(0, 4); },
      [](FootprintReader& reader) { reader.number(6, 9); },
      [](FootprintReader& reader) { reader.bytes(4); },
      [](FootprintReader& reader) {
        reader.number();
        reader.bytes(64);
      },
  };
  FootprintWriter writer;
  writer.number(5);
  writer.number(5);
  const Footprint footprint = writer.take();
  for (const auto& misfit : misfits) {
    FootprintReader reader(footprint);
    misfit(reader);
    CHECK_FALSE(reader.ok());
    CHECK(reader.number() == 0);
    CHECK(reader.bytes(100).empty());
    CHECK_FALSE(reader.complete());
  }
}

TEST_CASE("a header is read back, and every shorter one is refused") {
  const Footprint whole = encode(sampleHeader());
  CHECK(decode(whole) == sampleHeader());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Footprint cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    CHECK_FALSE(decode(cut).has_value());
  }
}

TEST_CASE("a header with a value out of bounds is refused") {
  FootprintHeader header = sampleHeader();
  SUBCASE("field") { header.field = static_cast<Field>(kFieldCount); }
  SUBCASE("family") { header.family = static_cast<Family>(10); }
  SUBCASE("index 0") { header.link.index = 0; }
  SUBCASE("index beyond the kernel's") { header.link.index = 0x80000000U; }
  SUBCASE("no name") { header.link.name.clear(); }
  SUBCASE("name too long") { header.link.name = "sixteen-bytes-xx"; }
  SUBCASE("address too long") { header.link.address.resize(33); }
  CHECK_FALSE(decode(encode(header)).has_value());
}

TEST_CASE("a header of another version is refused") {
  Footprint footprint = encode(sampleHeader());
  footprint.front() ^= 1;
  CHECK_FALSE(decode(footprint).has_value());
}

TEST_CASE("a route is read back with its attributes") { CHECK(survives(sampleRoute())); }

TEST_CASE("a route that no move could have made is refused") {
  RouteRecord record = sampleRoute();
  AttributeWriter attributes;
  SUBCASE("another kind of route") { record.type = RTN_BLACKHOLE; }
  SUBCASE("no table") { record.group.table = 0; }
  SUBCASE("no link") { record.index = 0; }
  SUBCASE("another link in its attributes") { record.index = 8; }
  SUBCASE("flags of the kernel's") { record.flags = RTNH_F_DEAD; }
  SUBCASE("prefix longer than an address") { record.group.destination.prefixLength = 33; }
  SUBCASE("half an attribute") { record.attributes.pop_back(); }
  SUBCASE("no attributes") { record.attributes.clear(); }
  SUBCASE("several hops") {
    attributes.add(RTA_OIF, record.index);
    attributes.add(RTA_MULTIPATH, std::uint64_t{8});
    record.attributes.assign(attributes.bytes().begin(), attributes.bytes().end());
  }
  SUBCASE("a table in its attributes") {
    attributes.add(RTA_OIF, record.index);
    attributes.add(RTA_TABLE, std::uint32_t{255});
    record.attributes.assign(attributes.bytes().begin(), attributes.bytes().end());
  }
  CHECK_FALSE(survives(record));
}

TEST_CASE("more than 1,024 routes are refused") {
  FootprintWriter writer;
  writeRoutes(writer, std::vector<RouteRecord>(1025, sampleRoute()));
  const Footprint footprint = writer.take();
  FootprintReader reader(footprint);
  readRoutes(reader, Family::ipv4);
  CHECK_FALSE(reader.ok());
}

TEST_CASE("routes at or above the new link MTU, or at the IPv6 MTU, follow it") {
  LinkMtuState state;
  state.linkMtu = 1500;
  state.ipv6Mtu = 1450;
  for (const std::uint32_t mtu : {1300U, 1400U, 1420U, 1450U, 1500U}) {
    state.routes.push_back({{}, mtu, false});
  }
  const LinkMtuState lower = predictLinkMtu(state, 1400);
  CHECK(lower.linkMtu == 1400);
  CHECK(lower.ipv6Mtu == 1400);
  std::vector<std::uint32_t> mtus;
  for (const MtuRoute& route : lower.routes) mtus.push_back(route.mtu);
  CHECK(mtus == std::vector<std::uint32_t>{1300, 1400, 1400, 1400, 1400});

  const LinkMtuState higher = predictLinkMtu(state, 9000);
  mtus.clear();
  for (const MtuRoute& route : higher.routes) mtus.push_back(route.mtu);
  CHECK(mtus == std::vector<std::uint32_t>{1300, 1400, 1420, 9000, 1500});
}

}  // namespace
}  // namespace interface_panel
