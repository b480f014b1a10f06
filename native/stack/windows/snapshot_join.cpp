// SPDX-License-Identifier: MIT
#include "stack/windows/snapshot_join.h"

#include <algorithm>
#include <set>

namespace interface_panel {
namespace {

// Bits of InterfaceAndOperStatusFlags (MIB_IF_ROW2).
constexpr unsigned kHardwareInterface = 0x01;
constexpr unsigned kFilterInterface = 0x02;
constexpr unsigned kConnectorPresent = 0x04;

bool isRealAdapter(const Adapter& adapter) {
  const unsigned flags = adapter.interfaceAndOperStatusFlags;
  return (flags & kFilterInterface) == 0 && (flags & (kHardwareInterface | kConnectorPresent)) != 0;
}

std::set<std::uint64_t> adapterLuids(const Snapshot& snapshot) {
  std::set<std::uint64_t> luids;
  for (const Adapter& adapter : snapshot.adapters) luids.insert(adapter.luid);
  return luids;
}

std::set<IpInterfaceKey> ipInterfaceKeys(const Snapshot& snapshot) {
  std::set<IpInterfaceKey> keys;
  for (const IpInterface& ipInterface : snapshot.ipInterfaces) keys.insert(ipInterface.key);
  return keys;
}

IpInterfaceKey ownerOf(const UnicastAddress& address) {
  return {address.luid, address.address.address.family};
}

IpInterfaceKey ownerOf(const Route& route) { return {route.luid, route.family}; }

}  // namespace

bool isJoined(const Snapshot& snapshot) {
  const auto luids = adapterLuids(snapshot);
  const auto keys = ipInterfaceKeys(snapshot);
  const auto hasOwner = [&keys](const auto& row) { return keys.contains(ownerOf(row)); };
  return std::all_of(keys.begin(), keys.end(),
                     [&luids](const IpInterfaceKey& key) { return luids.contains(key.luid); }) &&
         std::all_of(snapshot.unicastAddresses.begin(), snapshot.unicastAddresses.end(),
                     hasOwner) &&
         std::all_of(snapshot.routes.begin(), snapshot.routes.end(), hasOwner);
}

void joinTables(Snapshot& snapshot) {
  const auto allLuids = adapterLuids(snapshot);
  std::erase_if(snapshot.ipInterfaces, [&allLuids](const IpInterface& ipInterface) {
    return !allLuids.contains(ipInterface.key.luid);
  });

  const auto keys = ipInterfaceKeys(snapshot);
  const auto hasNoOwner = [&keys](const auto& row) { return !keys.contains(ownerOf(row)); };
  std::erase_if(snapshot.unicastAddresses, hasNoOwner);
  std::erase_if(snapshot.routes, hasNoOwner);
  std::erase_if(snapshot.adapters, [&keys](const Adapter& adapter) {
    return !keys.contains({adapter.luid, Family::ipv4}) &&
           !keys.contains({adapter.luid, Family::ipv6}) && !isRealAdapter(adapter);
  });

  const auto luids = adapterLuids(snapshot);
  std::erase_if(snapshot.dnsServers,
                [&luids](const DnsServer& server) { return !luids.contains(server.luid); });
}

}  // namespace interface_panel
