// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "stack/windows/snapshot_join.h"

namespace interface_panel {
namespace {

constexpr std::uint64_t kEthernet = makeLuid(6, 1);
constexpr std::uint64_t kStranger = makeLuid(6, 2);

Adapter adapterWith(std::uint64_t luid, std::uint8_t flags) {
  Adapter adapter;
  adapter.luid = luid;
  adapter.interfaceAndOperStatusFlags = flags;
  return adapter;
}

UnicastAddress addressOf(std::uint64_t luid, Family family) {
  UnicastAddress address;
  address.luid = luid;
  address.address.address.family = family;
  return address;
}

Route routeOf(std::uint64_t luid, Family family) {
  Route route;
  route.luid = luid;
  route.family = family;
  return route;
}

Snapshot oneInterface() {
  Snapshot snapshot;
  snapshot.adapters = {adapterWith(kEthernet, 0)};
  snapshot.ipInterfaces.resize(1);
  snapshot.ipInterfaces[0].key = {kEthernet, Family::ipv4};
  snapshot.unicastAddresses = {addressOf(kEthernet, Family::ipv4)};
  snapshot.routes = {routeOf(kEthernet, Family::ipv4)};
  snapshot.dnsServers = {{kEthernet, {}}};
  return snapshot;
}

}  // namespace

TEST_CASE("tables in which everything has its owner are joined") {
  Snapshot snapshot = oneInterface();
  CHECK(isJoined(snapshot));
  joinTables(snapshot);
  CHECK(snapshot.adapters.size() == 1);
  CHECK(snapshot.ipInterfaces.size() == 1);
  CHECK(snapshot.unicastAddresses.size() == 1);
  CHECK(snapshot.routes.size() == 1);
  CHECK(snapshot.dnsServers.size() == 1);
}

TEST_CASE("rows without an owner are noticed and dropped") {
  Snapshot snapshot = oneInterface();
  SUBCASE("an IP interface without an adapter") {
    snapshot.ipInterfaces.resize(2);
    snapshot.ipInterfaces[1].key = {kStranger, Family::ipv4};
  }
  SUBCASE("an address of another interface") {
    snapshot.unicastAddresses.push_back(addressOf(kStranger, Family::ipv4));
  }
  SUBCASE("an address of a family without a row") {
    snapshot.unicastAddresses.push_back(addressOf(kEthernet, Family::ipv6));
  }
  SUBCASE("a route of a family without a row") {
    snapshot.routes.push_back(routeOf(kEthernet, Family::ipv6));
  }
  CHECK_FALSE(isJoined(snapshot));
  joinTables(snapshot);
  CHECK(isJoined(snapshot));
  CHECK(snapshot.ipInterfaces.size() == 1);
  CHECK(snapshot.unicastAddresses.size() == 1);
  CHECK(snapshot.routes.size() == 1);
}

TEST_CASE("what belongs to an IP interface without an adapter goes with it") {
  Snapshot snapshot = oneInterface();
  snapshot.adapters.clear();
  joinTables(snapshot);
  CHECK(snapshot.ipInterfaces.empty());
  CHECK(snapshot.unicastAddresses.empty());
  CHECK(snapshot.routes.empty());
  CHECK(snapshot.dnsServers.empty());
}

TEST_CASE("without an IP interface only real adapters are shown") {
  const auto isShown = [](std::uint8_t flags) {
    Snapshot snapshot;
    snapshot.adapters = {adapterWith(kEthernet, flags)};
    joinTables(snapshot);
    return !snapshot.adapters.empty();
  };
  CHECK(isShown(0x01));
  CHECK(isShown(0x04));
  CHECK_FALSE(isShown(0x00));
  CHECK_FALSE(isShown(0x80));
  CHECK_FALSE(isShown(0x02 | 0x01 | 0x04));
}

TEST_CASE("an adapter with an IP interface is shown whatever its flags") {
  Snapshot snapshot = oneInterface();
  snapshot.adapters[0].interfaceAndOperStatusFlags = 0x02;
  joinTables(snapshot);
  CHECK(snapshot.adapters.size() == 1);
}

}  // namespace interface_panel
