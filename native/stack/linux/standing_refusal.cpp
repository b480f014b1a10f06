// SPDX-License-Identifier: MIT
#include "stack/linux/standing_refusal.h"

namespace interface_panel {
namespace {

Refusal forwardingRefusal(const IpInterface& row, const IpInterfaceFacts& facts) {
  if (row.key.family == Family::ipv4) {
    // Switching forwarding on switches large receive offload off, and nothing puts it back.
    const bool on = row.value(Field::ForwardingEnabled) == 1;
    return !on && facts.offloads.largeReceive ? Refusal::cannotRestore : Refusal::none;
  }
  const Ipv6Conf& conf = *facts.link.ipv6;
  if (!conf.forceForwarding()) return Refusal::noForceForwarding;
  // conf.X.forwarding makes the link a router's: force_forwarding neither adds to that nor ends it.
  return conf.forwarding().value_or(0) != 0 ? Refusal::cannotRestore : Refusal::none;
}

Refusal defaultRoutesRefusal(const IpInterface& row, const IpInterfaceFacts& facts) {
  const DefaultRouteSummary& state = facts.defaultRoutes;
  if (state.nexthopObject) return Refusal::nexthopObjectDefaultRoute;
  if (state.multipath) return Refusal::multipathDefaultRoute;
  if (state.otherTable) return Refusal::defaultRouteInOtherTable;
  if (facts.parkingTableInUse) return Refusal::cannotRestore;
  if (!facts.gatewaysTaken) return Refusal::gatewayElsewhere;
  const bool on = row.value(Field::DisableDefaultRoutes) == 1;
  if (!on && state.sourceLimited) return Refusal::sourceLimitedDefaultRoute;
  return !on && !state.present ? Refusal::noDefaultRoute : Refusal::none;
}

}  // namespace

bool settableOnLinux(Field field, Family family) {
  switch (field) {
    case Field::ForwardingEnabled:
    case Field::BaseReachableTime:
    case Field::RetransmitTime:
    case Field::NlMtu:
    case Field::DisableDefaultRoutes:
      return true;
    case Field::RouterDiscoveryBehavior:
    case Field::DadTransmits:
    case Field::LinkLocalAddressBehavior:
      return family == Family::ipv6;
    default:
      return false;
  }
}

Refusal standingRefusal(Field field, const IpInterface& row, const IpInterfaceFacts& facts) {
  if (!settableOnLinux(field, row.key.family)) return Refusal::notAvailable;
  if (facts.link.loopback()) return Refusal::loopbackReadOnly;
  if (!row.value(field)) return Refusal::notAvailable;
  switch (field) {
    case Field::ForwardingEnabled:
      return forwardingRefusal(row, facts);
    case Field::DisableDefaultRoutes:
      return defaultRoutesRefusal(row, facts);
    case Field::NlMtu:
      return row.key.family == Family::ipv4 && facts.mtuTied ? Refusal::cannotRestore
                                                             : Refusal::none;
    default:
      return Refusal::none;
  }
}

std::vector<FieldRefusal> standingRefusals(const IpInterface& row, const IpInterfaceFacts& facts) {
  std::vector<FieldRefusal> refusals;
  for (const FieldInfo& info : fieldTable()) {
    if (!settableRange(info.field, row.key.family)) continue;
    const Refusal reason = standingRefusal(info.field, row, facts);
    if (reason != Refusal::none) refusals.push_back({info.field, reason});
  }
  return refusals;
}

}  // namespace interface_panel
