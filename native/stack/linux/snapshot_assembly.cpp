// SPDX-License-Identifier: MIT
#include "stack/linux/snapshot_assembly.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "stack/linux/adapter_row.h"
#include "stack/linux/address_table.h"
#include "stack/linux/ethtool_table.h"
#include "stack/linux/gateway_check.h"
#include "stack/linux/ip_interface_row.h"
#include "stack/linux/ipsec_policy_table.h"
#include "stack/linux/mtu_ties.h"
#include "stack/linux/name_servers.h"
#include "stack/linux/route_table.h"
#include "stack/linux/rule_table.h"

namespace interface_panel {
namespace {

constexpr std::array<Family, 2> kFamilies{Family::ipv4, Family::ipv6};

/// Parts of a snapshot that rows of several lists are made from.
struct Dumps {
  std::vector<Link> links;
  std::map<Family, NeighbourTable> neighbours;
  const EthtoolTables::Tables& ethtool;
  DefaultRouteSummaries defaultRoutes;
};

Result<Done> addAddresses(NetlinkSocket& route, const LuidByIndex& luids, Snapshot& snapshot) {
  const auto addresses = readAddresses(route);
  if (!addresses) return addresses.error();
  for (const LinkAddress& address : addresses.value()) {
    const auto luid = luids.find(address.index);
    if (luid == luids.end()) continue;
    snapshot.unicastAddresses.push_back({luid->second, address.prefix, address.validLifetime,
                                         address.preferredLifetime, address.dadState(), false});
  }
  return Done{};
}

Result<Done> addIpsecPolicies(Snapshot& snapshot) {
  auto policies = readIpsecPolicies();
  if (!policies) return policies.error();
  snapshot.ipsecPolicies = std::move(policies.value());
  return Done{};
}

Result<Done> addFamily(NetlinkSocket& route, Family family, Dumps& dumps, Snapshot& snapshot) {
  auto neighbours = readNeighbourTable(route, family);
  if (!neighbours) return neighbours.error();
  dumps.neighbours[family] = std::move(neighbours.value());
  auto rules = readRules(route, family);
  if (!rules) return rules.error();
  std::move(rules->begin(), rules->end(), std::back_inserter(snapshot.rules));
  return Done{};
}

template <typename Map>
typename Map::mapped_type valueOrEmpty(const Map& map, std::uint32_t index) {
  const auto found = map.find(index);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

void addIpInterfaces(NetlinkSocket& route, const Dumps& dumps, Snapshot& snapshot) {
  const bool parkingInUse = parkingTableInUse(snapshot.rules);
  const MtuTies ties(dumps.links);
  for (const Link& link : dumps.links) {
    for (const Family family : kFamilies) {
      if (!link.has(family)) continue;
      const DefaultRouteSummary defaultRoutes = dumps.defaultRoutes.of(family, link.index);
      const IpInterfaceFacts facts{link,
                                   valueOrEmpty(dumps.neighbours.at(family), link.index),
                                   defaultRoutes,
                                   valueOrEmpty(dumps.ethtool.offloads, link.index),
                                   ties.tied(link),
                                   takesGateways(route, link.index, defaultRoutes.gateways),
                                   parkingInUse};
      snapshot.ipInterfaces.push_back(makeIpInterface(family, facts));
    }
  }
}

std::optional<IpAddress> parseAddress(const std::string& text) {
  IpAddress address;
  if (::inet_pton(AF_INET, text.c_str(), address.bytes.data()) == 1) return address;
  address.family = Family::ipv6;
  if (::inet_pton(AF_INET6, text.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

// The zone is a link's name or its index (RFC 4007, 11.2).
const Link* findZone(const std::vector<Link>& links, const std::string& zone) {
  std::uint32_t index = 0;
  std::from_chars(zone.data(), zone.data() + zone.size(), index);
  const auto found = std::find_if(links.begin(), links.end(), [&](const Link& link) {
    return link.name == zone || link.index == index;
  });
  return found == links.end() ? nullptr : &*found;
}

void addDnsServers(const std::vector<Link>& links, Snapshot& snapshot) {
  for (const NameServer& server : readNameServers()) {
    auto address = parseAddress(server.address);
    if (!address) continue;
    DnsServer row{0, *address};
    if (const Link* link = server.zone.empty() ? nullptr : findZone(links, server.zone)) {
      row.luid = link->luid();
      row.address.scopeId = link->index;
    }
    snapshot.dnsServers.push_back(row);
  }
}

}  // namespace

Result<Snapshot> takeSnapshot(NetlinkSocket& route, EthtoolTables& ethtool) {
  std::vector<Route> routes;
  auto snapshot = takeSnapshotBesideRoutes(
      route, ethtool, [&](const LuidByIndex& luids) -> Result<DefaultRouteSummaries> {
        auto table = readRouteTable(route, luids);
        if (!table) return table.error();
        routes = std::move(table->rows);
        return std::move(table->defaults);
      });
  if (snapshot) snapshot->routes = std::move(routes);
  return snapshot;
}

Result<Snapshot> takeSnapshotBesideRoutes(NetlinkSocket& route, EthtoolTables& ethtool,
                                          const ReadRoutes& readRoutes) {
  auto links = readLinks(route);
  if (!links) return links.error();
  Dumps dumps{std::move(links.value()), {}, ethtool.read(), {}};
  const auto& speeds = dumps.ethtool.speeds;

  const LuidByIndex luids = luidsOf(dumps.links);

  Snapshot snapshot;
  for (const Link& link : dumps.links) {
    const auto speed = speeds.find(link.index);
    snapshot.adapters.push_back(makeAdapter(
        link, luids, speed == speeds.end() ? std::nullopt : std::optional(speed->second)));
  }
  for (const Family family : kFamilies) {
    const auto added = addFamily(route, family, dumps, snapshot);
    if (!added) return added.error();
  }
  if (const auto added = addAddresses(route, luids, snapshot); !added) return added.error();
  if (const auto added = addIpsecPolicies(snapshot); !added) return added.error();
  auto defaultRoutes = readRoutes(luids);
  if (!defaultRoutes) return defaultRoutes.error();
  dumps.defaultRoutes = std::move(defaultRoutes.value());
  addIpInterfaces(route, dumps, snapshot);
  addDnsServers(dumps.links, snapshot);
  return snapshot;
}

}  // namespace interface_panel
