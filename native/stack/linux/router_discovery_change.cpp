// SPDX-License-Identifier: MIT
#include "stack/linux/router_discovery_change.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <utility>

#include "stack/linux/address_editor.h"
#include "stack/linux/address_table.h"
#include "stack/linux/default_routes_state.h"
#include "stack/linux/field_values.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/route_editor.h"
#include "stack/linux/socket_family.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

constexpr std::int64_t kMaxAddresses = 1024;
constexpr std::int64_t kMaxSetting = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kMaxWritten = std::numeric_limits<std::int32_t>::max();

/// A setting of the link that a router advertisement carries (RFC 4861, 6.3.4).
struct AnnouncedSetting {
  const char* base;
  const char* file;
};

constexpr std::array<AnnouncedSetting, 5> kAnnouncedSettings{
    {{"ipv6/conf", "hop_limit"},
     {"ipv6/conf", "mtu"},
     {"ipv6/neigh", "base_reachable_time_ms"},
     {"ipv6/neigh", "retrans_time_ms"},
     {"ipv6/neigh", "gc_stale_time"}}};

// IP6_RT_PRIO_USER and IP6_RT_PRIO_ADDRCONF.
constexpr std::uint32_t kLearntRouteMetric = 1024;
constexpr std::uint32_t kOnLinkPrefixMetric = 256;

struct RouterDiscoveryState {
  std::int64_t acceptRa = 0;
  std::array<std::int64_t, kAnnouncedSettings.size()> settings{};
  std::vector<IpPrefix> addresses;
  std::vector<RouteRecord> routes;
};

// The kernel's routes from an advertisement: default and more specific ones (RFC 4191), and on-link
// prefixes. All end by themselves, and have the metrics that the kernel gives; a program that
// handles advertisements itself says the same protocol, with metrics of its own.
bool isAnnounced(const RouteRecord& record, const Link& link) {
  if (record.lifetime == kForEver) return false;
  const std::uint32_t metric = record.group.metric;
  if (record.protocol == RTPROT_KERNEL) return metric == kOnLinkPrefixMetric;
  return record.protocol == RTPROT_RA &&
         (metric == kLearntRouteMetric || metric == learntMetric(link));
}

bool covers(const IpPrefix& network, const IpPrefix& address) {
  if (network.prefixLength != address.prefixLength) return false;
  for (unsigned bit = 0; bit < network.prefixLength; ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> bit % 8);
    const auto differing =
        static_cast<std::uint8_t>(network.address.bytes[bit / 8] ^ address.address.bytes[bit / 8]);
    if ((differing & mask) != 0) return false;
  }
  return true;
}

// The prefix of an address that ends by itself but was announced by nobody (DHCPv6).
bool belongsToOther(const RouteRecord& record, const std::vector<LinkAddress>& addresses) {
  return record.protocol == RTPROT_KERNEL &&
         std::ranges::any_of(addresses, [&](const LinkAddress& address) {
           return address.protocol != kMadeOfAdvertisement &&
                  covers(record.group.destination, address.prefix);
         });
}

// Takes what the kernel itself made of advertisements into the state, and nothing else.
Result<Done> readAnnounced(ChangeTarget& target, RouterDiscoveryState& state) {
  const auto addresses = readAddresses(target.route, Family::ipv6, target.link.index);
  if (!addresses) return addresses.error();
  for (const LinkAddress& address : addresses.value()) {
    if (address.index == target.link.index && address.protocol == kMadeOfAdvertisement) {
      state.addresses.push_back(address.prefix);
    }
  }
  auto routes = readRouteRecords(target.route, Family::ipv6, {RT_TABLE_MAIN, target.link.index});
  if (!routes) return routes.error();
  for (RouteRecord& record : routes.value()) {
    const bool announced = record.movable && record.index == target.link.index &&
                           isAnnounced(record, target.link) &&
                           !belongsToOther(record, addresses.value());
    if (announced) state.routes.push_back(std::move(record));
  }
  return Done{};
}

Result<std::int64_t> readSetting(ChangeTarget& target, const AnnouncedSetting& setting) {
  const auto directory = SysctlDirectory::open(target.route, setting.base, target.identity());
  if (!directory) return directory.error();
  return directory->read(setting.file);
}

Result<Done> writeSetting(ChangeTarget& target, const AnnouncedSetting& setting,
                          std::int64_t value) {
  const auto directory = SysctlDirectory::open(target.route, setting.base, target.identity());
  if (!directory) return directory.error();
  return directory->write(setting.file, std::min(value, kMaxWritten));
}

constexpr AnnouncedSetting kAcceptRa{"ipv6/conf", "accept_ra"};

Result<RouterDiscoveryState> readState(ChangeTarget& target) {
  RouterDiscoveryState state;
  const auto acceptRa = readSetting(target, kAcceptRa);
  if (!acceptRa) return acceptRa.error();
  state.acceptRa = acceptRa.value();
  for (std::size_t i = 0; i < kAnnouncedSettings.size(); ++i) {
    const auto value = readSetting(target, kAnnouncedSettings[i]);
    if (!value) return value.error();
    state.settings[i] = value.value();
  }
  if (auto announced = readAnnounced(target, state); !announced) return announced.error();
  return state;
}

bool contains(const std::vector<IpPrefix>& list, const IpPrefix& prefix) {
  return std::ranges::find(list, prefix) != list.end();
}

bool isOf(const std::vector<RouteRecord>& routes, std::uint32_t index) {
  return std::ranges::all_of(routes, [&](const RouteRecord& record) {
    return record.index == index && record.group.table == RT_TABLE_MAIN &&
           (record.protocol == RTPROT_RA || record.protocol == RTPROT_KERNEL);
  });
}

std::optional<RouterDiscoveryState> decode(Bytes body, const IpInterfaceKey& key) {
  FootprintReader reader(body);
  RouterDiscoveryState state;
  state.acceptRa = reader.number(std::numeric_limits<std::int32_t>::min(), kMaxWritten);
  for (std::int64_t& setting : state.settings) setting = reader.number(0, kMaxSetting);
  const std::int64_t count = reader.number(0, kMaxAddresses);
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    IpPrefix prefix;
    prefix.prefixLength = static_cast<std::uint8_t>(reader.number(0, addressBits(Family::ipv6)));
    prefix.address = readAddress(Family::ipv6, reader.bytes(addressBytes(Family::ipv6)));
    if (contains(state.addresses, prefix)) reader.fail();
    state.addresses.push_back(prefix);
  }
  state.routes = readRoutes(reader, Family::ipv6);
  if (!reader.complete() || !isOf(state.routes, luidIndex(key.luid))) return std::nullopt;
  return state;
}

bool heeded(const Link& link, std::int64_t acceptRa) {
  const bool router = link.ipv6 && link.ipv6->forwarding().value_or(0) != 0;
  return router ? acceptRa == 2 : acceptRa != 0;
}

// Takes away what the kernel has made of advertisements that it heeded since.
Result<Done> removeAnnounced(ChangeTarget& target, const RouterDiscoveryState& live,
                             const std::vector<const RouterDiscoveryState*>& spared) {
  for (const IpPrefix& prefix : live.addresses) {
    const bool kept = std::ranges::any_of(
        spared, [&](const auto* state) { return contains(state->addresses, prefix); });
    if (kept) continue;
    auto removed = removeAddress(target.route, target.link.index, prefix);
    if (!removed) return removed;
  }
  for (const RouteRecord& record : live.routes) {
    const bool kept = std::ranges::any_of(
        spared, [&](const auto* state) { return findRoute(state->routes, record) != nullptr; });
    if (kept) continue;
    if (auto removed = removeRoute(target.route, record); !removed) return removed;
  }
  return Done{};
}

Result<Done> restoreSettings(ChangeTarget& target, const RouterDiscoveryState& live,
                             const RouterDiscoveryState& before) {
  for (std::size_t i = 0; i < kAnnouncedSettings.size(); ++i) {
    if (live.settings[i] == before.settings[i]) continue;
    auto written = writeSetting(target, kAnnouncedSettings[i], before.settings[i]);
    if (!written) return written;
  }
  return Done{};
}

}  // namespace

Result<Refusal> RouterDiscoveryChange::check(ChangeTarget& target, std::int64_t value) {
  // Linux leaves DHCP to other programs.
  if (value != kRouterDiscoveryDisabled && value != kRouterDiscoveryEnabled) {
    return Refusal::outOfRange;
  }
  if (value == kRouterDiscoveryDisabled) return Refusal::none;
  const auto tells = tellsMakers(target.route);
  if (!tells) return tells.error();
  return tells.value() ? Refusal::none : Refusal::cannotRestore;
}

Result<Done> RouterDiscoveryChange::capture(ChangeTarget& target, FootprintWriter& body) {
  const auto state = readState(target);
  if (!state) return state.error();
  body.number(state->acceptRa);
  for (const std::int64_t setting : state->settings) body.number(setting);
  body.number(static_cast<std::int64_t>(state->addresses.size()));
  for (const IpPrefix& prefix : state->addresses) {
    body.number(prefix.prefixLength);
    body.bytes(addressPayload(prefix.address));
  }
  writeRoutes(body, state->routes);
  return Done{};
}

Result<Done> RouterDiscoveryChange::set(ChangeTarget& target, std::int64_t value) {
  if (value == kRouterDiscoveryDisabled) return writeSetting(target, kAcceptRa, 0);
  // A router heeds advertisements only when told so twice.
  return writeSetting(target, kAcceptRa, heeded(target.link, 1) ? 1 : 2);
}

bool RouterDiscoveryChange::fits(const Undo& undo) const {
  const auto old = decode(undo.before, undo.operation.key);
  if (!old || (!undo.after.empty() && !decode(undo.after, undo.operation.key))) return false;
  // What 1 says depends on the link's being a router, which may have changed since.
  return undo.operation.expected == kRouterDiscoveryDisabled ? old->acceptRa != 2
                                                             : old->acceptRa != 0;
}

Result<Restored> RouterDiscoveryChange::restore(ChangeTarget& target, const Undo& undo) {
  const auto old = decode(undo.before, target.key());
  const auto ours = decode(undo.after, target.key());
  if (!old || !ours) return posixError(EINVAL, "footprint");
  const bool heededBefore = heeded(target.link, old->acceptRa);
  const bool named = heededBefore == (undo.operation.expected != kRouterDiscoveryDisabled);
  if (undo.journalled && !named) return Restored::foreign;
  const auto written = writeSetting(target, kAcceptRa, old->acceptRa);
  if (!written) return written.error();
  if (heededBefore || !heeded(target.link, ours->acceptRa)) return Restored::complete;
  const auto live = readState(target);
  if (!live) return live.error();
  // What a journal tells of is not taken for granted: then only what came later than both goes.
  std::vector<const RouterDiscoveryState*> spared{&*old};
  if (undo.journalled) spared.push_back(&*ours);
  const auto removed = removeAnnounced(target, live.value(), spared);
  if (!removed) return removed.error();
  const bool announced = (target.link.ipv6->flags & kIfRaReceived) != 0;
  if (!announced || live->settings == old->settings) return Restored::complete;
  // The settings are members of their own, that the operation does not name.
  if (undo.journalled) return Restored::foreign;
  const auto restored = restoreSettings(target, live.value(), *old);
  if (!restored) return restored.error();
  return Restored::complete;
}

std::optional<bool> RouterDiscoveryChange::similar(Bytes one, Bytes other,
                                                   const IpInterfaceKey& key) const {
  const auto first = decode(one, key);
  const auto second = decode(other, key);
  if (!first || !second) return std::nullopt;
  return first->acceptRa == second->acceptRa;
}

}  // namespace interface_panel
