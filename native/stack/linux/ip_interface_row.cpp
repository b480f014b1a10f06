// SPDX-License-Identifier: MIT
#include "stack/linux/ip_interface_row.h"

#include <net/if.h>

#include <algorithm>

#include "stack/linux/field_values.h"
#include "stack/linux/parking_table.h"
#include "stack/linux/standing_refusal.h"

namespace interface_panel {
namespace {

using Value = std::optional<std::int64_t>;

Value flag(bool on) { return on ? 1 : 0; }

Value linkLocalAddressBehavior(const Ipv6Conf& conf) {
  if (!conf.addrGenMode) return std::nullopt;
  return *conf.addrGenMode == kAddrGenModeNone ? kLinkLocalAlwaysOff : kLinkLocalAlwaysOn;
}

void fillCommon(IpInterface& row, Family family, const IpInterfaceFacts& facts) {
  const Link& link = facts.link;
  row.key = {link.luid(), family};
  row.index = link.index;
  row.value(Field::Family) = static_cast<std::int64_t>(family);
  row.value(Field::InterfaceLuid) = static_cast<std::int64_t>(link.luid());
  row.value(Field::InterfaceIndex) = link.index;
  // Linux answers on, and sends from, the addresses of any of its links (RFC 1122, 3.3.4.2).
  row.value(Field::WeakHostSend) = 1;
  row.value(Field::WeakHostReceive) = 1;
  row.value(Field::BaseReachableTime) = facts.neighbours.baseReachableTime;
  row.value(Field::ReachableTime) = facts.neighbours.reachableTime;
  row.value(Field::RetransmitTime) = facts.neighbours.retransmitTime;
  row.value(Field::Connected) = flag(link.carrier.value_or((link.flags & IFF_RUNNING) != 0));
  row.value(Field::SupportsNeighborDiscovery) =
      flag((link.flags & (IFF_NOARP | IFF_LOOPBACK)) == 0);
  row.value(Field::TransmitOffload) = facts.offloads.transmit(family);
  row.value(Field::ReceiveOffload) = facts.offloads.receive;
  row.defaultRoutesOverridden = facts.defaultRoutes.overridden();
}

void fillIpv4(IpInterface& row, const IpInterfaceFacts& facts) {
  const auto forwarding = facts.link.ipv4->forwarding();
  if (forwarding) row.value(Field::ForwardingEnabled) = flag(*forwarding != 0);
  row.value(Field::NlMtu) = facts.link.mtu;
}

void fillIpv6(IpInterface& row, const IpInterfaceFacts& facts) {
  const Ipv6Conf& conf = *facts.link.ipv6;
  row.value(Field::ForwardingEnabled) =
      flag(conf.forwarding().value_or(0) != 0 || conf.forceForwarding().value_or(0) != 0);
  row.value(Field::ManagedAddressConfigurationSupported) = flag((conf.flags & kIfRaManaged) != 0);
  row.value(Field::OtherStatefulConfigurationSupported) = flag((conf.flags & kIfRaOther) != 0);
  row.value(Field::RouterDiscoveryBehavior) =
      conf.acceptsRouterAdvertisements() ? kRouterDiscoveryEnabled : kRouterDiscoveryDisabled;
  row.value(Field::SupportsRouterDiscovery) = flag(!facts.link.loopback());
  row.value(Field::DadTransmits) = conf.dadTransmits();
  row.value(Field::LinkLocalAddressBehavior) = linkLocalAddressBehavior(conf);
  row.value(Field::NlMtu) = conf.mtu();
}

}  // namespace

bool defaultRoutesDisabled(Family family, const Link& link, const DefaultRouteSummary& state) {
  if (state.off()) return true;
  // A parked copy of a learnt route ends with the router's lifetime; the kernel still leaves out
  // what the router announces anew.
  return family == Family::ipv6 && link.ipv6 && !state.usable &&
         link.ipv6->acceptsRouterAdvertisements() && link.ipv6->acceptRaDefrtr() == 0;
}

IpInterface makeIpInterface(Family family, const IpInterfaceFacts& facts) {
  IpInterface row;
  fillCommon(row, family, facts);
  if (family == Family::ipv4) {
    fillIpv4(row, facts);
  } else {
    fillIpv6(row, facts);
  }
  row.value(Field::DisableDefaultRoutes) =
      flag(defaultRoutesDisabled(family, facts.link, facts.defaultRoutes));
  row.refusals = standingRefusals(row, facts);
  return row;
}

bool parkingTableInUse(const std::vector<Rule>& rules) {
  return std::any_of(rules.begin(), rules.end(),
                     [](const Rule& rule) { return isParkingTable(rule.table); });
}

}  // namespace interface_panel
