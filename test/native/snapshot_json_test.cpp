// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "addon/snapshot_json.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "addon/address_text.h"
#include "stack/refusal_name.h"

using namespace interface_panel;

namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t countOf(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

IpAddress address(std::string_view text) { return parseAddress(text).value(); }

IpInterface row() {
  IpInterface row;
  row.key = {.luid = makeLuid(6, 3), .family = Family::ipv6};
  return row;
}

}  // namespace

TEST_CASE("an empty snapshot has every list") {
  CHECK(snapshotJson({}, "simulated") ==
        R"({"stack":"simulated","adapters":[],"ipInterfaces":[],"unicastAddresses":[],)"
        R"("routes":[],"rules":[],"dnsServers":[],"ipsecPolicies":[],"refusals":[],"courses":[]})");
}

TEST_CASE("a row has 35 values, and null stands for what has no value") {
  const std::string json = ipInterfaceJson(row());
  CHECK(json.starts_with(R"({"ipInterface":["1688849910595584","IPv6",[null,)"));
  CHECK(json.ends_with(R"(null],0,false],"refusals":[{}]})"));
  CHECK(countOf(json, "null") == kFieldCount);
}

TEST_CASE("values stand in the order of the structure, 64-bit ones as strings of digits") {
  IpInterface values = row();
  for (std::size_t i = 0; i < kFieldCount; ++i) values.values[i] = static_cast<std::int64_t>(i);
  values.value(Field::InterfaceLuid) = static_cast<std::int64_t>(0xFFFFFFFFFFFFFFFFU);
  values.value(Field::RouterDiscoveryBehavior) = -1;
  values.value(Field::Metric) = 4294967295;
  values.zoneIndices[0] = 7;
  values.zoneIndices[15] = 9;
  CHECK(contains(ipInterfaceJson(values),
                 R"([0,"18446744073709551615",2,3,"4",5,6,7,8,9,10,11,12,13,14,15,-1,17,18,19,20,)"
                 R"(21,22,[7,0,0,0,0,0,0,0,0,0,0,0,0,0,0,9],24,4294967295,26,27,28,29,30,31,32,)"
                 R"(33,34])"));
}

TEST_CASE("rows with the same refusals share one list of names by member") {
  IpInterface refused = row();
  refused.refusals = {{Field::NlMtu, Refusal::loopbackReadOnly},
                      {Field::DisableDefaultRoutes, Refusal::noDefaultRoute}};
  refused.defaultRoutesOverridden = true;
  Snapshot snapshot;
  snapshot.ipInterfaces = {refused, row(), refused};
  const std::string json = snapshotJson(snapshot, "linux");
  CHECK(countOf(json, ",0,true]") == 2);
  CHECK(countOf(json, ",1,false]") == 1);
  CHECK(contains(json, R"("refusals":[{"NlMtu":"loopbackReadOnly",)"
                       R"("DisableDefaultRoutes":"noDefaultRoute"},{}])"));
}

TEST_CASE("refusal names and numbers are unique") {
  for (std::size_t i = 0; i < kRefusalNames.size(); ++i) {
    CHECK(refusalName(kRefusalNames[i].refusal) == kRefusalNames[i].name);
    for (std::size_t j = 0; j < i; ++j) CHECK(kRefusalNames[i].name != kRefusalNames[j].name);
  }
}

TEST_CASE("an adapter keeps its names and speeds whole") {
  Adapter adapter;
  adapter.luid = makeLuid(71, 1);
  adapter.alias = u"WLAN \xD83D\u00fc";
  adapter.linkKind = "tun";
  adapter.master = makeLuid(6, 3);
  adapter.tunType = 2;
  adapter.driver = u"pci\\ven_8086";
  adapter.physicalAddress = {0x02, 0xFC};
  adapter.transmitLinkSpeed = 0xFFFFFFFFFFFFFFFFU;
  Snapshot snapshot;
  snapshot.adapters = {adapter};
  CHECK(
      contains(snapshotJson(snapshot, "linux"),
               R"("WLAN \ud83d\u00fc","","02:fc","",0,0,0,0,0,0,0,0,)"
               R"("18446744073709551615","0","tun","1688849910595584",2,"pci\u005cven_8086",[]])"));
}

TEST_CASE("an adapter ends with its own addresses") {
  Snapshot snapshot;
  snapshot.adapters.resize(1);
  snapshot.adapters[0].luid = makeLuid(6, 2);
  for (const std::string_view text : {"192.0.2.5", "fe80::5%2"}) {
    snapshot.unicastAddresses.push_back(
        {.luid = makeLuid(6, 2), .address = {.address = address(text), .prefixLength = 24}});
  }
  snapshot.unicastAddresses.push_back({.luid = makeLuid(6, 3), .address = {}});
  CHECK(contains(snapshotJson(snapshot, "linux"), R"(,"",["192.0.2.5","fe80::5%2"]]])"));
}

TEST_CASE("a multipath route lists its hops") {
  Route route;
  route.family = Family::ipv4;
  route.preferredSource = address("192.0.2.9");
  route.hops = {{.luid = makeLuid(6, 2), .nextHop = address("192.0.2.1"), .weight = 3, .flags = 4},
                {.luid = makeLuid(6, 3), .nextHop = address("192.0.2.2"), .weight = 1, .flags = 0}};
  Snapshot snapshot;
  snapshot.routes = {route};
  const std::string json = snapshotJson(snapshot, "linux");
  CHECK(contains(json, R"("192.0.2.9",0,)"));
  CHECK(contains(
      json, R"([["1688849893818368","192.0.2.1",3,4],["1688849910595584","192.0.2.2",1,0]]])"));
}

TEST_CASE("routes that differ in nothing but their destinations share one course") {
  Route route;
  route.luid = makeLuid(6, 2);
  route.nextHop = address("192.0.2.1");
  Snapshot snapshot;
  for (const std::string_view text : {"10.0.0.0", "10.1.0.0", "10.2.0.0"}) {
    route.destination = {.address = address(text), .prefixLength = 16};
    snapshot.routes.push_back(route);
  }
  snapshot.routes[1].metric = 7;
  const std::string json = snapshotJson(snapshot, "linux");
  CHECK(contains(json, R"("routes":[["10.0.0.0",16,0],["10.1.0.0",16,1],["10.2.0.0",16,0]],)"));
  CHECK(contains(json, R"("courses":[["IPv4","1688849893818368",)"));
  CHECK(countOf(json, R"("192.0.2.1")") == 2);
}

TEST_CASE("ranges of a rule are pairs or null") {
  Rule rule;
  rule.sourcePorts = {{10, 20}};
  rule.uidRange = {{0, 4294967295U}};
  Snapshot snapshot;
  snapshot.rules = {rule};
  CHECK(
      contains(snapshotJson(snapshot, "linux"), R"(,-1,-1,0,[10,20],null,[0,4294967295],false]])"));
}

TEST_CASE("an IPsec policy says for which packets it is, and what becomes of them") {
  IpsecPolicy policy;
  policy.family = Family::ipv6;
  policy.source = {.address = address("2001:db8::"), .prefixLength = 32};
  policy.destination = {.address = address("::"), .prefixLength = 0};
  policy.limited = true;
  policy.priority = 4294967295U;
  policy.interfaceId = 7;
  policy.mark = 1;
  policy.markMask = 255;
  policy.tunnel = true;
  Snapshot snapshot;
  snapshot.ipsecPolicies = {policy};
  CHECK(contains(snapshotJson(snapshot, "linux"),
                 R"([["IPv6","2001:db8::",32,"::",0,true,4294967295,0,7,1,255,false,true]])"));
}

TEST_CASE("a best route says where a packet goes") {
  BestRoute route;
  route.luid = makeLuid(6, 2);
  route.destination = {.address = address("2001:db8::"), .prefixLength = 32};
  route.nextHop = address("fe80::1%2");
  route.source = address("2001:db8::5");
  route.metric = 1024;
  CHECK(bestRouteJson(route) ==
        R"(["1688849893818368","2001:db8::",32,"fe80::1%2","2001:db8::5",1024,254,1])");
}
