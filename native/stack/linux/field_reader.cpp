// SPDX-License-Identifier: MIT
#include "stack/linux/field_reader.h"

#include <utility>

#include "stack/linux/gateway_check.h"
#include "stack/linux/ip_interface_row.h"
#include "stack/linux/mtu_ties.h"
#include "stack/linux/rule_table.h"
#include "stack/linux/standing_refusal.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

Result<NeighbourParameters> readNeighbourParameters(NetlinkSocket& route, const Link& link,
                                                    Family family) {
  const auto directory = SysctlDirectory::open(
      route, family == Family::ipv4 ? "ipv4/neigh" : "ipv6/neigh", identityOf(link));
  if (!directory) return directory.error();
  const auto base = directory->read("base_reachable_time_ms");
  if (!base) return base.error();
  const auto retransmit = directory->read("retrans_time_ms");
  if (!retransmit) return retransmit.error();
  return NeighbourParameters{base.value(), std::nullopt, retransmit.value()};
}

/// What the value of the field rests on.
Result<IpInterfaceFacts> readFacts(NetlinkSocket& route, const Link& link, Family family,
                                   Field field) {
  IpInterfaceFacts facts{link, {}, {}, {}};
  if (field == Field::BaseReachableTime || field == Field::RetransmitTime) {
    const auto neighbours = readNeighbourParameters(route, link, family);
    if (!neighbours) return neighbours.error();
    facts.neighbours = neighbours.value();
  } else if (field == Field::DisableDefaultRoutes) {
    auto defaultRoutes = readDefaultRouteSummary(route, family, link.index);
    if (!defaultRoutes) return defaultRoutes.error();
    facts.defaultRoutes = std::move(defaultRoutes.value());
  }
  return facts;
}

/// What its refusal rests on besides.
Result<Done> addRefusalFacts(NetlinkSocket& route, Family family, Field field,
                             IpInterfaceFacts& facts) {
  if (field == Field::ForwardingEnabled) {
    facts.offloads = readOffloads(facts.link.index)[facts.link.index];
  } else if (field == Field::NlMtu) {
    const auto tied = isMtuTied(route, facts.link);
    if (!tied) return tied.error();
    facts.mtuTied = tied.value();
  } else if (field == Field::DisableDefaultRoutes) {
    const auto rules = readRules(route, family);
    if (!rules) return rules.error();
    facts.parkingTableInUse = parkingTableInUse(rules.value());
    facts.gatewaysTaken = takesGateways(route, facts.link.index, facts.defaultRoutes.gateways);
  }
  return Done{};
}

}  // namespace

Result<std::optional<std::int64_t>> readFieldValue(NetlinkSocket& route, const Link& link,
                                                   Family family, Field field) {
  const auto facts = readFacts(route, link, family, field);
  if (!facts) return facts.error();
  return makeIpInterface(family, facts.value()).value(field);
}

Result<Refusal> readStandingRefusal(NetlinkSocket& route, const Link& link, Family family,
                                    Field field) {
  auto facts = readFacts(route, link, family, field);
  if (!facts) return facts.error();
  const auto added = addRefusalFacts(route, family, field, facts.value());
  if (!added) return added.error();
  return standingRefusal(field, makeIpInterface(family, facts.value()), facts.value());
}

}  // namespace interface_panel
