// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "simulated_fixture.h"
#include "stack/simulated/demo_network.h"
#include "stack/simulated/network_builder.h"
#include "stack/simulated/route_lookup.h"

namespace interface_panel::simulated {
namespace {

const IpAddress kInternet4 = ipv4Address(1, 1, 1, 1);
const IpAddress kInternet6 = ipv6Address({0x2606, 0x4700, 0x4700, 0, 0, 0, 0, 0x1111});
const IpAddress kEthernetAddress = ipv4Address(192, 168, 1, 34);

void put(SimulatedNetwork& network, const IpInterfaceKey& key, Field field, std::int64_t value) {
  findIpInterface(network.present, key)->value(field) = value;
}

std::uint64_t wayTo(const SimulatedNetwork& network, const IpAddress& destination,
                    const std::optional<IpAddress>& source = std::nullopt) {
  const Result<BestRoute> best = lookUpRoute(network.present, destination, source);
  REQUIRE(best);
  return best->luid;
}

int refusal(const SimulatedNetwork& network, const IpAddress& destination,
            const std::optional<IpAddress>& source = std::nullopt) {
  const Result<BestRoute> best = lookUpRoute(network.present, destination, source);
  REQUIRE_FALSE(best);
  CHECK(best.error().call == "GetBestRoute2");
  return best.error().code;
}

TEST_CASE("the lowest sum of route and interface metric carries internet traffic") {
  SimulatedNetwork network = demoNetwork();
  CHECK(wayTo(network, kInternet4) == kFullTunnelVpn);
  CHECK(wayTo(network, kInternet6) == kFullTunnelVpn);
  put(network, kTunnel4, Field::Metric, 26);
  CHECK(wayTo(network, kInternet4) == kEthernet);
  CHECK(wayTo(network, kInternet6) == kFullTunnelVpn);
}

TEST_CASE("the longest prefix wins over every metric") {
  SimulatedNetwork network = demoNetwork();
  CHECK(wayTo(network, ipv4Address(10, 20, 3, 4)) == kCompanyVpn);
  CHECK(wayTo(network, ipv4Address(203, 0, 113, 10)) == kEthernet);
  CHECK(wayTo(network, ipv4Address(203, 0, 113, 11)) == kFullTunnelVpn);
}

TEST_CASE("flagged default routes are passed over, longer prefixes of the interface are not") {
  SimulatedNetwork network = demoNetwork();
  put(network, kTunnel4, Field::DisableDefaultRoutes, 1);
  CHECK(wayTo(network, kInternet4) == kEthernet);
  CHECK(wayTo(network, ipv4Address(10, 64, 9, 9)) == kFullTunnelVpn);
}

TEST_CASE("with every default route flagged the internet is unreachable") {
  SimulatedNetwork network = demoNetwork();
  for (const std::uint64_t luid : {kEthernet, kWifi, kFullTunnelVpn, kCellular}) {
    put(network, {luid, Family::ipv4}, Field::DisableDefaultRoutes, 1);
  }
  CHECK(refusal(network, kInternet4) == 1231);
  CHECK(wayTo(network, kInternet6) == kFullTunnelVpn);
}

TEST_CASE("interfaces that are not connected carry nothing") {
  SimulatedNetwork network = demoNetwork();
  put(network, kTunnel4, Field::Connected, 0);
  CHECK(wayTo(network, kInternet4) == kEthernet);
}

TEST_CASE("a source address keeps the lookup on its interface") {
  SimulatedNetwork network = demoNetwork();
  CHECK(wayTo(network, kInternet4, kEthernetAddress) == kEthernet);
  put(network, kEthernet4, Field::DisableDefaultRoutes, 1);
  CHECK(refusal(network, kInternet4, kEthernetAddress) == 1231);
}

TEST_CASE("weak host send or forwarding on the source's interface lifts that") {
  for (const Field field : {Field::WeakHostSend, Field::ForwardingEnabled}) {
    SimulatedNetwork network = demoNetwork();
    put(network, kEthernet4, field, 1);
    CHECK(wayTo(network, kInternet4, kEthernetAddress) == kFullTunnelVpn);
  }
}

TEST_CASE("a source that is nobody's is not found, one of the other family is no parameter") {
  const SimulatedNetwork network = demoNetwork();
  CHECK(refusal(network, kInternet4, ipv4Address(192, 0, 2, 1)) == 1168);
  CHECK(refusal(network, kInternet4, kInternet6) == 87);
  CHECK(refusal(network, IpAddress{static_cast<Family>(7), {}, 0}) == 87);
}

TEST_CASE("without any IPv6 row there is no such stack") {
  SimulatedNetwork network = demoNetwork();
  std::erase_if(network.present.ipInterfaces,
                [](const IpInterface& row) { return row.key.family == Family::ipv6; });
  CHECK(refusal(network, kInternet6) == 50);
}

TEST_CASE("the answer names the route's own metric, the next hop and a source address") {
  SimulatedNetwork network = demoNetwork();
  put(network, kTunnel4, Field::DisableDefaultRoutes, 1);
  const Result<BestRoute> best = lookUpRoute(network.present, kInternet4, std::nullopt);
  REQUIRE(best);
  CHECK(best->metric == 0);
  CHECK(best->nextHop == ipv4Address(192, 168, 1, 1));
  CHECK(best->source == kEthernetAddress);
  CHECK(best->destination.prefixLength == 0);
}

TEST_CASE("the scope of a link-local address names the interface") {
  const SimulatedNetwork network = demoNetwork();
  for (const std::uint64_t luid : {kEthernet, kWifi, kCellular}) {
    IpAddress neighbour = ipv6Address({0xFE80, 0, 0, 0, 0, 0, 0, 0x99});
    neighbour.scopeId = findAdapter(network.present, luid)->index;
    CHECK(wayTo(network, neighbour) == luid);
  }
}

}  // namespace
}  // namespace interface_panel::simulated
