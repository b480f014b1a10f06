// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "simulated_fixture.h"
#include "stack/simulated/demo_network.h"

namespace interface_panel::simulated {
namespace {

std::vector<std::uint64_t> luidsWithDefaultRoute(const SimulatedNetwork& network, Family family) {
  std::vector<std::uint64_t> luids;
  for (const Route& route : network.present.routes) {
    if (route.family == family && route.destination.prefixLength == 0) luids.push_back(route.luid);
  }
  return luids;
}

TEST_CASE("the demo has thirteen adapters and every row holds all members") {
  const SimulatedNetwork network = demoNetwork();
  CHECK(network.present.adapters.size() == 13);
  CHECK(network.present.ipInterfaces.size() == kDemoSize);
  CHECK(isConsistent(network));
  for (const IpInterface& row : network.present.ipInterfaces) CHECK(isConsistent(row));
}

TEST_CASE("the demo has what the pages are about") {
  const SimulatedNetwork network = demoNetwork();
  CHECK(luidsWithDefaultRoute(network, Family::ipv4) ==
        std::vector{kEthernet, kWifi, kFullTunnelVpn, kCellular});
  CHECK(luidsWithDefaultRoute(network, Family::ipv6) ==
        std::vector{kEthernet, kWifi, kFullTunnelVpn, kCellular});
  CHECK(findIpInterface(network.present, {kIpv4Only, Family::ipv6}) == nullptr);
  CHECK(findIpInterface(network.present, {kDock, Family::ipv4})->value(Field::Connected) == 0);
  CHECK(findAdapter(network.present, kForeignName)->alias ==
        u"\u05E8\u05E9\u05EA \u05DE\u05E9\u05E8\u05D3 B\u00FCro \U0001F3E2");
  CHECK(findIpInterface(network.present, kEthernet4)->value(Field::DisableDefaultRoutes) == 0);
}

TEST_CASE("adapters have names, GUIDs and indexes of their own") {
  const SimulatedNetwork network = networkOfSize(1000);
  std::set<std::u16string> names;
  std::set<std::string> guids;
  std::set<std::uint32_t> indexes;
  for (const Adapter& adapter : network.present.adapters) {
    names.insert(adapter.alias);
    guids.insert(adapter.guid);
    indexes.insert(adapter.index);
    CHECK(adapter.guid.size() == 38);
  }
  const std::size_t adapters = network.present.adapters.size();
  CHECK(names.size() == adapters);
  CHECK(guids.size() == adapters);
  CHECK(indexes.size() == adapters);
}

TEST_CASE("a network has exactly the size it was asked for") {
  for (const std::uint32_t size : {kDemoSize, kDemoSize + 1, kDemoSize + 2, 5000U, 5001U}) {
    CAPTURE(size);
    const SimulatedNetwork network = networkOfSize(size);
    CHECK(network.present.ipInterfaces.size() == size);
    CHECK(network.size == size);
    CHECK(isConsistent(network));
  }
}

TEST_CASE("rows that do not join are no network") {
  SUBCASE("a row without an adapter") {
    SimulatedNetwork network = demoNetwork();
    network.present.adapters.pop_back();
    CHECK_FALSE(isConsistent(network));
  }
  SUBCASE("a row twice") {
    SimulatedNetwork network = demoNetwork();
    network.present.ipInterfaces.push_back(network.present.ipInterfaces.front());
    CHECK_FALSE(isConsistent(network));
  }
  SUBCASE("an adapter that is there and has vanished") {
    SimulatedNetwork network = demoNetwork();
    network.vanished.adapters.push_back(network.present.adapters.front());
    CHECK_FALSE(isConsistent(network));
  }
  SUBCASE("a member without a value") {
    SimulatedNetwork network = demoNetwork();
    network.present.ipInterfaces.front().value(Field::Metric).reset();
    CHECK_FALSE(isConsistent(network));
  }
  SUBCASE("a boolean that is 2") {
    SimulatedNetwork network = demoNetwork();
    network.present.ipInterfaces.front().value(Field::WeakHostSend) = 2;
    CHECK_FALSE(isConsistent(network));
  }
  SUBCASE("an IPv4 prefix of 33 bits") {
    SimulatedNetwork network = demoNetwork();
    const auto route = std::find_if(network.present.routes.begin(), network.present.routes.end(),
                                    [](const Route& row) { return row.family == Family::ipv4; });
    route->destination.prefixLength = 33;
    CHECK_FALSE(isConsistent(network));
  }
  SUBCASE("an index that is not the adapter's") {
    SimulatedNetwork network = demoNetwork();
    network.present.ipInterfaces.front().index += 1000;
    CHECK_FALSE(isConsistent(network));
  }
}

}  // namespace
}  // namespace interface_panel::simulated
