// SPDX-License-Identifier: MIT
#include "stack/simulated/network.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <unordered_map>
#include <utility>

namespace interface_panel::simulated {
namespace {

template <typename Rows, typename Belongs>
void moveRows(Rows& from, Rows& to, const Belongs& belongs) {
  const auto stay = std::stable_partition(from.begin(), from.end(),
                                          [&](const auto& row) { return !belongs(row); });
  std::move(stay, from.end(), std::back_inserter(to));
  from.erase(stay, from.end());
}

bool isBoundedBy(std::int64_t value, std::int64_t max) { return value >= 0 && value <= max; }

bool fits(FieldType type, std::int64_t value) {
  switch (type) {
    case FieldType::boolean:
      return isBoundedBy(value, 1);
    case FieldType::enumeration:
      return isBoundedBy(value, 2);
    case FieldType::offloadBits:
      return isBoundedBy(value, std::numeric_limits<std::uint8_t>::max());
    case FieldType::ulong:
      return isBoundedBy(value, std::numeric_limits<std::uint32_t>::max());
    case FieldType::ulongArray:
      return value == 0;
    case FieldType::addressFamily:
    case FieldType::luid:
    case FieldType::ulong64:
      return true;
  }
  return false;
}

bool isFamily(Family family) { return family == Family::ipv4 || family == Family::ipv6; }

bool isAddress(const IpAddress& address) {
  if (!isFamily(address.family)) return false;
  const auto unused = address.bytes.begin() + 4;
  return address.family == Family::ipv6 ||
         std::all_of(unused, address.bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

bool isPrefix(const IpPrefix& prefix) {
  return isAddress(prefix.address) &&
         prefix.prefixLength <= (prefix.address.family == Family::ipv4 ? 32 : 128);
}

/// LUIDs and indexes seen so far: an adapter is in one of the two sets of tables only.
struct SeenAdapters {
  std::unordered_map<std::uint64_t, std::uint32_t> indexByLuid;
  std::set<std::uint32_t> indexes;

  bool add(const Adapter& adapter) {
    return adapter.luid != 0 && adapter.index != 0 &&
           indexByLuid.emplace(adapter.luid, adapter.index).second &&
           indexes.insert(adapter.index).second;
  }
};

bool areConsistentRows(const std::vector<IpInterface>& rows, const SeenAdapters& seen) {
  std::set<IpInterfaceKey> keys;
  return std::all_of(rows.begin(), rows.end(), [&](const IpInterface& row) {
    const auto adapter = seen.indexByLuid.find(row.key.luid);
    return adapter != seen.indexByLuid.end() && adapter->second == row.index &&
           keys.insert(row.key).second && isConsistent(row);
  });
}

bool isConsistentRoute(const Route& route) {
  return isFamily(route.family) && isPrefix(route.destination) && isAddress(route.nextHop) &&
         route.destination.address.family == route.family && route.nextHop.family == route.family;
}

bool areConsistentTables(const Snapshot& tables, SeenAdapters& seen) {
  const auto isNew = [&](const Adapter& adapter) { return seen.add(adapter); };
  const auto isKnown = [&](const auto& row) { return seen.indexByLuid.contains(row.luid); };
  return std::all_of(tables.adapters.begin(), tables.adapters.end(), isNew) &&
         areConsistentRows(tables.ipInterfaces, seen) &&
         std::all_of(
             tables.unicastAddresses.begin(), tables.unicastAddresses.end(),
             [&](const UnicastAddress& row) { return isKnown(row) && isPrefix(row.address); }) &&
         std::all_of(tables.routes.begin(), tables.routes.end(),
                     [&](const Route& row) { return isKnown(row) && isConsistentRoute(row); }) &&
         std::all_of(tables.dnsServers.begin(), tables.dnsServers.end(),
                     [&](const DnsServer& row) { return isKnown(row) && isAddress(row.address); });
}

}  // namespace

const Adapter* findAdapter(const Snapshot& tables, std::uint64_t luid) {
  const auto found = std::find_if(tables.adapters.begin(), tables.adapters.end(),
                                  [&](const Adapter& adapter) { return adapter.luid == luid; });
  return found == tables.adapters.end() ? nullptr : &*found;
}

Adapter* findAdapter(Snapshot& tables, std::uint64_t luid) {
  return const_cast<Adapter*>(findAdapter(std::as_const(tables), luid));
}

const IpInterface* findIpInterface(const Snapshot& tables, const IpInterfaceKey& key) {
  const auto found = std::find_if(tables.ipInterfaces.begin(), tables.ipInterfaces.end(),
                                  [&](const IpInterface& row) { return row.key == key; });
  return found == tables.ipInterfaces.end() ? nullptr : &*found;
}

IpInterface* findIpInterface(Snapshot& tables, const IpInterfaceKey& key) {
  return const_cast<IpInterface*>(findIpInterface(std::as_const(tables), key));
}

std::optional<RouterFlags> routerFlags(const SimulatedNetwork& network, std::uint64_t luid) {
  const auto found = std::find_if(network.routers.begin(), network.routers.end(),
                                  [&](const RouterFlags& flags) { return flags.luid == luid; });
  if (found == network.routers.end()) return std::nullopt;
  return *found;
}

bool moveAdapter(std::uint64_t luid, Snapshot& from, Snapshot& to) {
  if (findAdapter(from, luid) == nullptr) return false;
  const auto isOfAdapter = [&](const auto& row) { return row.luid == luid; };
  moveRows(from.adapters, to.adapters, isOfAdapter);
  moveRows(from.ipInterfaces, to.ipInterfaces,
           [&](const IpInterface& row) { return row.key.luid == luid; });
  moveRows(from.unicastAddresses, to.unicastAddresses, isOfAdapter);
  moveRows(from.routes, to.routes, isOfAdapter);
  moveRows(from.dnsServers, to.dnsServers, isOfAdapter);
  return true;
}

bool isConsistent(const IpInterface& row) {
  for (const FieldInfo& info : fieldTable()) {
    const std::optional<std::int64_t>& value = row.value(info.field);
    if (!value || !fits(info.type, *value)) return false;
  }
  return isFamily(row.key.family) &&
         *row.value(Field::Family) == static_cast<std::int64_t>(row.key.family) &&
         *row.value(Field::InterfaceLuid) == static_cast<std::int64_t>(row.key.luid) &&
         *row.value(Field::InterfaceIndex) == static_cast<std::int64_t>(row.index);
}

bool isConsistent(const SimulatedNetwork& network) {
  SeenAdapters seen;
  return network.size >= kDemoSize && network.size <= kMaxSize &&
         areConsistentTables(network.present, seen) && areConsistentTables(network.vanished, seen);
}

}  // namespace interface_panel::simulated
