// SPDX-License-Identifier: MIT
#include "stack/simulated/route_lookup.h"

#include <algorithm>
#include <tuple>

#include "stack/simulated/network.h"
#include "stack/win32_error.h"

namespace interface_panel::simulated {
namespace {

constexpr const char* kCall = "GetBestRoute2";
/// IP_DAD_STATE (nldef.h).
constexpr std::uint32_t kDeprecated = 3;
constexpr std::uint32_t kPreferred = 4;

bool isOn(const IpInterface& row, Field field) { return row.value(field) == 1; }

/// Number of leading bits that are equal.
unsigned commonBits(const IpAddress& left, const IpAddress& right) {
  unsigned bits = 0;
  for (std::size_t byte = 0; byte < left.bytes.size(); ++byte) {
    for (unsigned mask = 0x80; mask != 0; mask >>= 1, ++bits) {
      if (((left.bytes[byte] ^ right.bytes[byte]) & mask) != 0) return bits;
    }
  }
  return bits;
}

bool covers(const IpPrefix& prefix, const IpAddress& address) {
  return prefix.address.family == address.family &&
         commonBits(prefix.address, address) >= prefix.prefixLength;
}

bool isLinkLocal(const IpAddress& address) {
  return address.family == Family::ipv6 && address.bytes[0] == 0xFE &&
         (address.bytes[1] & 0xC0) == 0x80;
}

/// The one interface that a lookup must stay on, 0 when any will do.
struct Limits {
  std::uint64_t luid = 0;
  std::uint32_t index = 0;

  [[nodiscard]] bool allow(const IpInterface& row) const {
    return (luid == 0 || row.key.luid == luid) && (index == 0 || row.index == index);
  }
};

Result<Limits> limitsOf(const Snapshot& tables, const IpAddress& destination,
                        const std::optional<IpAddress>& source) {
  Limits limits;
  if (isLinkLocal(destination)) limits.index = destination.scopeId;
  if (!source) return limits;
  const auto& addresses = tables.unicastAddresses;
  const auto owner =
      std::find_if(addresses.begin(), addresses.end(), [&](const UnicastAddress& row) {
        return row.address.address.family == source->family &&
               row.address.address.bytes == source->bytes &&
               (source->scopeId == 0 || row.address.address.scopeId == source->scopeId);
      });
  if (owner == addresses.end()) return win32Error(win32::kNotFound, kCall);
  const IpInterface* row = findIpInterface(tables, {owner->luid, source->family});
  const bool isWeak =
      row != nullptr && (isOn(*row, Field::WeakHostSend) || isOn(*row, Field::ForwardingEnabled));
  if (!isWeak) limits.luid = owner->luid;
  return limits;
}

struct Candidate {
  const Route* route = nullptr;
  const IpInterface* row = nullptr;

  /// Smaller is better.
  [[nodiscard]] auto rank() const {
    const auto effective =
        std::uint64_t{route->metric} + static_cast<std::uint64_t>(*row->value(Field::Metric));
    return std::tuple(-int{route->destination.prefixLength}, effective, row->index);
  }
};

bool isUsable(const Candidate& candidate, const Limits& limits) {
  const bool isDefault = candidate.route->destination.prefixLength == 0;
  return candidate.row != nullptr && limits.allow(*candidate.row) &&
         isOn(*candidate.row, Field::Connected) && candidate.route->validLifetime != 0 &&
         !(isDefault && isOn(*candidate.row, Field::DisableDefaultRoutes));
}

std::optional<Candidate> best(const Snapshot& tables, const IpAddress& destination,
                              const Limits& limits) {
  std::optional<Candidate> best;
  for (const Route& route : tables.routes) {
    if (!covers(route.destination, destination)) continue;
    const Candidate candidate{&route, findIpInterface(tables, {route.luid, route.family})};
    if (!isUsable(candidate, limits)) continue;
    if (!best || candidate.rank() < best->rank()) best = candidate;
  }
  return best;
}

bool canBeSource(const UnicastAddress& row) {
  return row.dadState == kPreferred || row.dadState == kDeprecated;
}

/// The address to send from, in the spirit of RFC 6724: same scope, not deprecated, longest match.
IpAddress sourceOn(const Snapshot& tables, const IpInterfaceKey& key,
                   const IpAddress& destination) {
  const auto rank = [&](const UnicastAddress& row) {
    return std::tuple(isLinkLocal(row.address.address) == isLinkLocal(destination),
                      !row.skipAsSource, row.dadState == kPreferred,
                      commonBits(row.address.address, destination));
  };
  const UnicastAddress* chosen = nullptr;
  for (const UnicastAddress& row : tables.unicastAddresses) {
    const bool belongs = row.luid == key.luid && row.address.address.family == key.family;
    if (!belongs || !canBeSource(row)) continue;
    if (chosen == nullptr || rank(row) > rank(*chosen)) chosen = &row;
  }
  return chosen != nullptr ? chosen->address.address : IpAddress{key.family, {}, 0};
}

bool hasFamily(const Snapshot& tables, Family family) {
  return std::any_of(tables.ipInterfaces.begin(), tables.ipInterfaces.end(),
                     [&](const IpInterface& row) { return row.key.family == family; });
}

}  // namespace

Result<BestRoute> lookUpRoute(const Snapshot& tables, const IpAddress& destination,
                              const std::optional<IpAddress>& source) {
  const Family family = destination.family;
  const bool isFamily = family == Family::ipv4 || family == Family::ipv6;
  if (!isFamily || (source && source->family != family)) {
    return win32Error(win32::kInvalidParameter, kCall);
  }
  if (!hasFamily(tables, family)) return win32Error(win32::kNotSupported, kCall);
  const Result<Limits> limits = limitsOf(tables, destination, source);
  if (!limits) return limits.error();
  const std::optional<Candidate> found = best(tables, destination, limits.value());
  if (!found) return win32Error(win32::kNetworkUnreachable, kCall);

  BestRoute answer;
  answer.luid = found->route->luid;
  answer.destination = found->route->destination;
  answer.nextHop = found->route->nextHop;
  answer.source = source ? *source : sourceOn(tables, found->row->key, destination);
  answer.metric = found->route->metric;
  return answer;
}

}  // namespace interface_panel::simulated
