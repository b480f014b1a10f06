// SPDX-License-Identifier: MIT
// Why a field of a link cannot be set whatever the value, each reason with a link that has it: for
// what the kernel of the day may not be able to show.
#include <doctest/doctest.h>
#include <net/if.h>

#include <functional>
#include <string>
#include <vector>

#include "stack/linux/standing_refusal.h"

using namespace interface_panel;

namespace {

/// Longer than what any kernel sends today, with all values 0.
constexpr std::size_t kManyValues = 128;
/// As a kernel before 6.17 sends them.
constexpr std::size_t kFewerValues = 50;

/// A link of which everything can be set, with what a test alters.
struct Surroundings {
  Link link;
  NeighbourParameters neighbours;
  DefaultRouteSummary defaultRoutes;
  LinkOffloads offloads;
  bool mtuTied = false;
  bool parkingTableInUse = false;
  bool gatewaysTaken = true;

  Surroundings() {
    link.index = 7;
    link.type = 6;
    link.mtu = 1500;
    link.ipv4 = Ipv4Conf{std::vector<std::int32_t>(kManyValues)};
    link.ipv6 = Ipv6Conf{std::vector<std::int32_t>(kManyValues), 0, 0};
    neighbours.baseReachableTime = 30'000;
    neighbours.retransmitTime = 1'000;
    defaultRoutes.present = true;
    defaultRoutes.usable = true;
  }

  [[nodiscard]] Refusal refusal(Field field, Family family) const {
    const IpInterfaceFacts facts{.link = link,
                                 .neighbours = neighbours,
                                 .defaultRoutes = defaultRoutes,
                                 .offloads = offloads,
                                 .mtuTied = mtuTied,
                                 .gatewaysTaken = gatewaysTaken,
                                 .parkingTableInUse = parkingTableInUse};
    return standingRefusal(field, makeIpInterface(family, facts), facts);
  }
};

struct RefusalCase {
  std::string name;
  Field field;
  Family family;
  std::function<void(Surroundings&)> alter;
  Refusal refusal;
};

const std::vector<RefusalCase>& refusalCases() {
  using enum Refusal;
  constexpr Family kIpv4 = Family::ipv4;
  constexpr Family kIpv6 = Family::ipv6;
  static const std::vector<RefusalCase> cases{
      {"a field Linux has not", Field::Metric, kIpv4, [](Surroundings&) {}, notAvailable},
      {"a field of the other family", Field::DadTransmits, kIpv4, [](Surroundings&) {},
       notAvailable},
      {"the loopback link", Field::NlMtu, kIpv4,
       [](Surroundings& some) { some.link.flags |= IFF_LOOPBACK; }, loopbackReadOnly},
      {"a value the kernel does not send", Field::LinkLocalAddressBehavior, kIpv6,
       [](Surroundings& some) { some.link.ipv6->addrGenMode.reset(); }, notAvailable},
      {"large receive offload", Field::ForwardingEnabled, kIpv4,
       [](Surroundings& some) { some.offloads.largeReceive = true; }, cannotRestore},
      {"a kernel without force_forwarding", Field::ForwardingEnabled, kIpv6,
       [](Surroundings& some) { some.link.ipv6->values.resize(kFewerValues); }, noForceForwarding},
      {"a link that is a router's", Field::ForwardingEnabled, kIpv6,
       [](Surroundings& some) { some.link.ipv6->values[0] = 1; }, cannotRestore},
      {"a default route of a nexthop object", Field::DisableDefaultRoutes, kIpv4,
       [](Surroundings& some) { some.defaultRoutes.nexthopObject = true; },
       nexthopObjectDefaultRoute},
      {"a multipath default route", Field::DisableDefaultRoutes, kIpv6,
       [](Surroundings& some) { some.defaultRoutes.multipath = true; }, multipathDefaultRoute},
      {"a default route in another table", Field::DisableDefaultRoutes, kIpv4,
       [](Surroundings& some) { some.defaultRoutes.otherTable = true; }, defaultRouteInOtherTable},
      {"a table for parked routes that a rule looks up", Field::DisableDefaultRoutes, kIpv4,
       [](Surroundings& some) { some.parkingTableInUse = true; }, cannotRestore},
      {"a gateway that lies elsewhere", Field::DisableDefaultRoutes, kIpv4,
       [](Surroundings& some) { some.gatewaysTaken = false; }, gatewayElsewhere},
      {"no default route", Field::DisableDefaultRoutes, kIpv6,
       [](Surroundings& some) { some.defaultRoutes = {}; }, noDefaultRoute},
      {"an MTU tied to another link's", Field::NlMtu, kIpv4,
       [](Surroundings& some) { some.mtuTied = true; }, cannotRestore}};
  return cases;
}

}  // namespace

TEST_CASE("Every standing refusal of a link is given for its reason, and for that alone") {
  for (const RefusalCase& one : refusalCases()) {
    CAPTURE(one.name);
    Surroundings surroundings;
    if (one.refusal != Refusal::notAvailable) {
      CHECK(surroundings.refusal(one.field, one.family) == Refusal::none);
    }
    one.alter(surroundings);
    CHECK(surroundings.refusal(one.field, one.family) == one.refusal);
  }
}
