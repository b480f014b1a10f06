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

Result<NeighbourParameters> readNeighbourParameters(ChangeTarget& target) {
  const auto directory = SysctlDirectory::open(
      target.route, target.family == Family::ipv4 ? "ipv4/neigh" : "ipv6/neigh", target.identity());
  if (!directory) return directory.error();
  const auto base = directory->read("base_reachable_time_ms");
  if (!base) return base.error();
  const auto retransmit = directory->read("retrans_time_ms");
  if (!retransmit) return retransmit.error();
  return NeighbourParameters{base.value(), std::nullopt, retransmit.value()};
}

/// What the value of the field rests on.
Result<IpInterfaceFacts> readFacts(ChangeTarget& target, Field field) {
  IpInterfaceFacts facts{target.link, {}, {}, {}};
  if (field == Field::BaseReachableTime || field == Field::RetransmitTime) {
    const auto neighbours = readNeighbourParameters(target);
    if (!neighbours) return neighbours.error();
    facts.neighbours = neighbours.value();
  } else if (field == Field::DisableDefaultRoutes) {
    const auto found = target.routes.defaultRoutes(target.route, target.family, target.link.index);
    if (!found) return found.error();
    facts.defaultRoutes = found.value()->summary;
  }
  return facts;
}

/// What its refusal rests on besides.
Result<Done> addRefusalFacts(ChangeTarget& target, Field field, IpInterfaceFacts& facts) {
  const std::uint32_t index = target.link.index;
  if (field == Field::ForwardingEnabled) {
    facts.offloads = readOffloads(index)[index];
  } else if (field == Field::NlMtu) {
    const auto tied = isMtuTied(target.route, target.link);
    if (!tied) return tied.error();
    facts.mtuTied = tied.value();
  } else if (field == Field::DisableDefaultRoutes) {
    const auto rules = readRules(target.route, target.family);
    if (!rules) return rules.error();
    facts.parkingTableInUse = parkingTableInUse(rules.value());
    facts.gatewaysTaken = takesGateways(target.route, index, facts.defaultRoutes.gateways);
  }
  return Done{};
}

}  // namespace

Result<std::optional<std::int64_t>> readFieldValue(ChangeTarget& target, Field field) {
  const auto facts = readFacts(target, field);
  if (!facts) return facts.error();
  return makeIpInterface(target.family, facts.value()).value(field);
}

Result<Refusal> readStandingRefusal(ChangeTarget& target, Field field) {
  auto facts = readFacts(target, field);
  if (!facts) return facts.error();
  const auto added = addRefusalFacts(target, field, facts.value());
  if (!added) return added.error();
  return standingRefusal(field, makeIpInterface(target.family, facts.value()), facts.value());
}

}  // namespace interface_panel
