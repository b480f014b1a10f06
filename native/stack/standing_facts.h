// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

#include "stack/snapshot.h"

namespace interface_panel {

// standingFacts(row): everything of a row but what drifts by itself. Two rows are the same when
// these are equal. Each names all members of its row, so that a new one does not compile before it
// is decided here whether it counts.

/// What counts of a lifetime, which runs down by the second.
enum class Lifetime : std::uint8_t { over, running, infinite };

constexpr Lifetime lifetimeOf(std::uint32_t seconds) {
  if (seconds == 0) return Lifetime::over;
  return seconds == 0xFFFFFFFFU ? Lifetime::infinite : Lifetime::running;
}

/// An adapter beside its addresses, since these tell what kind it is, too.
struct AddressedAdapter {
  const Adapter& adapter;
  const std::vector<IpAddress>& addresses;
};

inline auto standingFacts(const AddressedAdapter& row) {
  const auto& [luid, index, guid, alias, description, physicalAddress, permanentPhysicalAddress,
               mtu, type, tunnelType, physicalMediumType, interfaceAndOperStatusFlags, operStatus,
               adminStatus, mediaConnectState, transmitLinkSpeed, receiveLinkSpeed, linkKind,
               master, tunType, driver] = row.adapter;
  return std::tie(luid, index, guid, alias, description, physicalAddress, permanentPhysicalAddress,
                  mtu, type, tunnelType, physicalMediumType, interfaceAndOperStatusFlags,
                  operStatus, adminStatus, mediaConnectState, transmitLinkSpeed, receiveLinkSpeed,
                  linkKind, master, tunType, driver, row.addresses);
}

inline auto standingFacts(const IpInterface& row) {
  const auto& [key, index, values, zoneIndices, refusals, defaultRoutesOverridden] = row;
  auto standing = values;
  // A random time, drawn anew at least every few hours (RFC 4861, 6.3.2).
  if (auto& value = standing[static_cast<std::size_t>(Field::ReachableTime)]) value = 0;
  return std::tuple_cat(std::tie(key, index, zoneIndices, refusals, defaultRoutesOverridden),
                        std::tuple(standing));
}

inline auto standingFacts(const UnicastAddress& row) {
  const auto& [luid, address, validLifetime, preferredLifetime, dadState, skipAsSource] = row;
  return std::tuple_cat(std::tie(luid, address, dadState, skipAsSource),
                        std::tuple(lifetimeOf(validLifetime), lifetimeOf(preferredLifetime)));
}

inline auto standingFacts(const Route& row) {
  const auto& [family, luid, destination, source, nextHop, preferredSource, metric, protocol,
               origin, table, type, scope, tos, flags, validLifetime, preference, nexthopId, mtu,
               hops] = row;
  return std::tuple_cat(
      std::tie(family, luid, destination, source, nextHop, preferredSource, metric, protocol,
               origin, table, type, scope, tos, flags, preference, nexthopId, mtu, hops),
      std::tuple(lifetimeOf(validLifetime)));
}

inline auto standingFacts(const Rule& row) {
  const auto& [family, priority, invert, source, destination, inputInterface, outputInterface, tos,
               mark, markMask, action, table, gotoPriority, suppressPrefixLength,
               suppressInterfaceGroup, ipProtocol, sourcePorts, destinationPorts, uidRange,
               l3mdev] = row;
  return std::tie(family, priority, invert, source, destination, inputInterface, outputInterface,
                  tos, mark, markMask, action, table, gotoPriority, suppressPrefixLength,
                  suppressInterfaceGroup, ipProtocol, sourcePorts, destinationPorts, uidRange,
                  l3mdev);
}

inline auto standingFacts(const DnsServer& row) {
  const auto& [luid, address] = row;
  return std::tie(luid, address);
}

inline auto standingFacts(const IpsecPolicy& row) {
  const auto& [family, source, destination, limited, priority, action, interfaceId, mark, markMask,
               encrypts, tunnel] = row;
  return std::tie(family, source, destination, limited, priority, action, interfaceId, mark,
                  markMask, encrypts, tunnel);
}

}  // namespace interface_panel
