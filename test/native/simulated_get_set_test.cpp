// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "simulated_fixture.h"
#include "stack/simulated/demo_network.h"
#include "stack/simulated/ip_interface_entry.h"

// The simulated kernel, called as a program calls iphlpapi.
namespace interface_panel::simulated {
namespace {

IpInterface keyed(std::uint64_t luid, Family family) {
  IpInterface row;
  row.key = {luid, family};
  return row;
}

/// A row as Get fills it, with SitePrefixLength made fit for Set.
IpInterface got(const SimulatedNetwork& network, const IpInterfaceKey& key) {
  IpInterface row = keyed(key.luid, key.family);
  REQUIRE(getIpInterfaceEntry(network, row) == kNoError);
  if (key.family == Family::ipv4) row.value(Field::SitePrefixLength) = 0;
  return row;
}

std::int64_t valueOf(const SimulatedNetwork& network, const IpInterfaceKey& key, Field field) {
  return findIpInterface(network.present, key)->value(field).value();
}

TEST_CASE("Get and Set answer 87 without a family or without both identifiers") {
  SimulatedNetwork network = demoNetwork();
  IpInterface noFamily = keyed(kEthernet, static_cast<Family>(0));
  CHECK(getIpInterfaceEntry(network, noFamily) == 87);
  CHECK(setIpInterfaceEntry(network, noFamily) == 87);
  IpInterface noIdentifier = keyed(0, Family::ipv4);
  CHECK(getIpInterfaceEntry(network, noIdentifier) == 87);
  CHECK(setIpInterfaceEntry(network, noIdentifier) == 87);
}

TEST_CASE("an unknown LUID or index is 2, an absent family 1168") {
  SimulatedNetwork network = demoNetwork();
  IpInterface unknownLuid = keyed(kUnknown, Family::ipv4);
  CHECK(getIpInterfaceEntry(network, unknownLuid) == 2);
  CHECK(setIpInterfaceEntry(network, unknownLuid) == 2);
  IpInterface unknownIndex = keyed(0, Family::ipv4);
  unknownIndex.index = 4711;
  CHECK(getIpInterfaceEntry(network, unknownIndex) == 2);
  IpInterface unbound = keyed(kIpv4Only, Family::ipv6);
  CHECK(getIpInterfaceEntry(network, unbound) == 1168);
  CHECK(setIpInterfaceEntry(network, unbound) == 1168);
}

TEST_CASE("the LUID wins over the index, and the index alone fills in the LUID") {
  SimulatedNetwork network = demoNetwork();
  const std::uint32_t wifiIndex = findAdapter(network.present, kWifi)->index;
  IpInterface both = keyed(kEthernet, Family::ipv4);
  both.index = wifiIndex;
  REQUIRE(getIpInterfaceEntry(network, both) == kNoError);
  CHECK(both.key.luid == kEthernet);

  IpInterface byIndex = got(network, {kWifi, Family::ipv4});
  byIndex.key.luid = 0;
  byIndex.value(Field::WeakHostSend) = 1;
  REQUIRE(setIpInterfaceEntry(network, byIndex) == kNoError);
  CHECK(byIndex.key.luid == kWifi);
  CHECK(valueOf(network, {kWifi, Family::ipv4}, Field::WeakHostSend) == 1);
}

TEST_CASE("Get reports a SitePrefixLength of 64 on IPv4, which Set refuses") {
  SimulatedNetwork network = demoNetwork();
  IpInterface row = keyed(kEthernet, Family::ipv4);
  REQUIRE(getIpInterfaceEntry(network, row) == kNoError);
  CHECK(row.value(Field::SitePrefixLength) == 64);
  CHECK(setIpInterfaceEntry(network, row) == 87);
  row.value(Field::SitePrefixLength) = 0;
  CHECK(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kEthernet4, Field::SitePrefixLength) == 64);
}

TEST_CASE("SitePrefixLength goes to 128 on IPv6") {
  SimulatedNetwork network = demoNetwork();
  IpInterface row = got(network, kEthernet6);
  row.value(Field::SitePrefixLength) = 129;
  CHECK(setIpInterfaceEntry(network, row) == 87);
  row.value(Field::SitePrefixLength) = 128;
  CHECK(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kEthernet6, Field::SitePrefixLength) == 128);
}

TEST_CASE("Set ignores what the stack owns") {
  SimulatedNetwork network = demoNetwork();
  const IpInterface before = got(network, kEthernet6);
  IpInterface row = before;
  for (const Field field :
       {Field::MaxReassemblySize, Field::MinRouterAdvertisementInterval,
        Field::MaxRouterAdvertisementInterval, Field::Connected, Field::SupportsWakeUpPatterns,
        Field::SupportsNeighborDiscovery, Field::SupportsRouterDiscovery, Field::ReachableTime,
        Field::TransmitOffload, Field::ReceiveOffload}) {
    row.value(field) = *row.value(field) + 1;
  }
  CHECK(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(got(network, kEthernet6).values == before.values);
}

TEST_CASE("all bits set leave a member as it is") {
  SimulatedNetwork network = demoNetwork();
  const IpInterface before = got(network, kEthernet4);
  IpInterface row = before;
  row.value(Field::ForwardingEnabled) = 0xFF;
  row.value(Field::RouterDiscoveryBehavior) = -1;
  row.value(Field::NlMtu) = 0xFFFFFFFF;
  CHECK(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(got(network, kEthernet4).values == before.values);
}

TEST_CASE("Set refuses values that are no boolean, enumerator or metric, and changes nothing") {
  SimulatedNetwork network = demoNetwork();
  const IpInterface before = got(network, kEthernet4);
  for (const auto& [field, value] : {std::pair{Field::ForwardingEnabled, std::int64_t{2}},
                                     std::pair{Field::RouterDiscoveryBehavior, std::int64_t{3}},
                                     std::pair{Field::Metric, std::int64_t{2147483648}}}) {
    IpInterface row = before;
    row.value(Field::WeakHostSend) = 1;
    row.value(field) = value;
    CHECK(setIpInterfaceEntry(network, row) == 87);
    CHECK(got(network, kEthernet4).values == before.values);
  }
}

TEST_CASE("the MTU stays between the protocol's minimum and the link's MTU") {
  SimulatedNetwork network = demoNetwork();
  const auto setMtu = [&](const IpInterfaceKey& key, std::int64_t mtu) {
    IpInterface row = got(network, key);
    row.value(Field::NlMtu) = mtu;
    return setIpInterfaceEntry(network, row);
  };
  CHECK(setMtu(kEthernet4, 575) == 87);
  CHECK(setMtu(kEthernet4, 576) == kNoError);
  CHECK(setMtu(kEthernet6, 1279) == 87);
  CHECK(setMtu(kEthernet6, 1280) == kNoError);
  CHECK(setMtu(kEthernet4, 1501) == 87);
  CHECK(setMtu(kEthernet4, 1500) == kNoError);
  CHECK(valueOf(network, kEthernet6, Field::NlMtu) == 1280);
}

TEST_CASE("neighbour unreachability detection goes on but not off") {
  SimulatedNetwork network = demoNetwork();
  constexpr Field kNud = Field::UseNeighborUnreachabilityDetection;
  const IpInterfaceKey ppp{kCompanyVpn, Family::ipv4};
  IpInterface row = got(network, ppp);
  REQUIRE(row.value(kNud) == 0);
  row.value(kNud) = 1;
  CHECK(setIpInterfaceEntry(network, row) == kNoError);
  row.value(kNud) = 0;
  CHECK(setIpInterfaceEntry(network, row) == 87);
  CHECK(valueOf(network, ppp, kNud) == 1);
}

TEST_CASE("Set with UseAutomaticMetric on computes the metric and ignores the one given") {
  SimulatedNetwork network = demoNetwork();
  IpInterface row = got(network, kTunnel4);
  REQUIRE(row.value(Field::Metric) == 5);
  row.value(Field::UseAutomaticMetric) = 0;
  row.value(Field::Metric) = 77;
  REQUIRE(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kTunnel4, Field::Metric) == 77);

  row = got(network, kEthernet4);
  row.value(Field::Metric) = 77;
  REQUIRE(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kEthernet4, Field::Metric) == 25);
}

TEST_CASE("routers overwrite the M and O flags while router discovery is on") {
  SimulatedNetwork network = demoNetwork();
  constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
  IpInterface row = got(network, kEthernet6);
  REQUIRE(row.value(kManaged) == 1);
  row.value(kManaged) = 0;
  REQUIRE(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kEthernet6, kManaged) == 1);

  row.value(Field::RouterDiscoveryBehavior) = 0;
  REQUIRE(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kEthernet6, kManaged) == 0);

  row.value(Field::RouterDiscoveryBehavior) = 1;
  REQUIRE(setIpInterfaceEntry(network, row) == kNoError);
  CHECK(valueOf(network, kEthernet6, kManaged) == 1);
}

TEST_CASE("the loopback interface takes no settings") {
  SimulatedNetwork network = demoNetwork();
  IpInterface row = got(network, {kLoopback, Family::ipv4});
  row.value(Field::Metric) = 10;
  CHECK(setIpInterfaceEntry(network, row) == 50);
}

}  // namespace
}  // namespace interface_panel::simulated
