// SPDX-License-Identifier: MIT
#include "stack/linux/router_discovery_change.h"

#include <linux/if_addr.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>

#include "stack/linux/address_editor.h"
#include "stack/linux/address_table.h"
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

struct RouterDiscoveryState {
  std::int64_t acceptRa = 0;
  std::array<std::int64_t, kAnnouncedSettings.size()> settings{};
  std::vector<IpPrefix> addresses;
  std::vector<RouteRecord> routes;
};

// The kernel's routes from an advertisement: default and more specific ones (RFC 4191), and on-link
// prefixes, which end unlike those of an address given by hand.
bool isAnnounced(const RouteRecord& record) {
  return record.protocol == RTPROT_RA ||
         (record.protocol == RTPROT_KERNEL && record.lifetime != 0xFFFFFFFFU);
}

Result<std::vector<RouteRecord>> readAnnouncedRoutes(ChangeTarget& target) {
  auto routes = readRouteRecords(target.route, Family::ipv6, {RT_TABLE_MAIN, target.link.index});
  if (!routes) return routes;
  std::erase_if(routes.value(), [&](const RouteRecord& record) {
    return !isAnnounced(record) || !record.movable || record.index != target.link.index;
  });
  return routes;
}

Result<std::vector<IpPrefix>> readAnnouncedAddresses(ChangeTarget& target) {
  const auto addresses = readAddresses(target.route, Family::ipv6, target.link.index);
  if (!addresses) return addresses.error();
  std::vector<IpPrefix> announced;
  for (const LinkAddress& address : addresses.value()) {
    if ((address.flags & IFA_F_PERMANENT) == 0) announced.push_back(address.prefix);
  }
  return announced;
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
  auto addresses = readAnnouncedAddresses(target);
  if (!addresses) return addresses.error();
  state.addresses = std::move(addresses.value());
  auto routes = readAnnouncedRoutes(target);
  if (!routes) return routes.error();
  state.routes = std::move(routes.value());
  return state;
}

std::optional<RouterDiscoveryState> decode(Bytes body) {
  FootprintReader reader(body);
  RouterDiscoveryState state;
  state.acceptRa = reader.number(std::numeric_limits<std::int32_t>::min(), kMaxWritten);
  for (std::int64_t& setting : state.settings) setting = reader.number(0, kMaxSetting);
  const std::int64_t count = reader.number(0, kMaxAddresses);
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    IpPrefix prefix;
    prefix.prefixLength = static_cast<std::uint8_t>(reader.number(0, addressBits(Family::ipv6)));
    prefix.address = readAddress(Family::ipv6, reader.bytes(addressBytes(Family::ipv6)));
    state.addresses.push_back(prefix);
  }
  state.routes = readRoutes(reader, Family::ipv6);
  if (!reader.complete()) return std::nullopt;
  return state;
}

bool heeded(const Link& link, std::int64_t acceptRa) {
  const bool router = link.ipv6 && link.ipv6->forwarding().value_or(0) != 0;
  return router ? acceptRa == 2 : acceptRa != 0;
}

// Takes away what routers have brought since `before`, when nothing was heeded.
Result<Done> removeAnnounced(ChangeTarget& target, const RouterDiscoveryState& before) {
  const auto live = readState(target);
  if (!live) return live.error();
  for (const IpPrefix& prefix : live->addresses) {
    const auto& kept = before.addresses;
    if (std::find(kept.begin(), kept.end(), prefix) != kept.end()) continue;
    auto removed = removeAddress(target.route, target.link.index, prefix);
    if (!removed) return removed;
  }
  for (const RouteRecord& record : live->routes) {
    const bool kept = std::any_of(before.routes.begin(), before.routes.end(),
                                  [&](const RouteRecord& other) { return other.sameAs(record); });
    if (kept) continue;
    if (auto removed = removeRoute(target.route, record); !removed) return removed;
  }
  const bool announced = (target.link.ipv6->flags & kIfRaReceived) != 0;
  for (std::size_t i = 0; announced && i < kAnnouncedSettings.size(); ++i) {
    if (live->settings[i] == before.settings[i]) continue;
    auto written = writeSetting(target, kAnnouncedSettings[i], before.settings[i]);
    if (!written) return written;
  }
  return Done{};
}

}  // namespace

Result<Refusal> RouterDiscoveryChange::check(ChangeTarget&, std::int64_t value) {
  // Linux leaves DHCP to other programs.
  return value == kRouterDiscoveryDisabled || value == kRouterDiscoveryEnabled
             ? Refusal::none
             : Refusal::outOfRange;
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

Result<Done> RouterDiscoveryChange::restore(ChangeTarget& target, Bytes before, Bytes after) {
  const auto old = decode(before);
  const auto ours = decode(after);
  if (!old || !ours) return posixError(EINVAL, "footprint");
  if (auto written = writeSetting(target, kAcceptRa, old->acceptRa); !written) return written;
  const bool wasOff = !heeded(target.link, old->acceptRa);
  return wasOff && heeded(target.link, ours->acceptRa) ? removeAnnounced(target, *old)
                                                       : Result<Done>(Done{});
}

std::optional<bool> RouterDiscoveryChange::similar(Bytes one, Bytes other, const ChangeTarget&) {
  const auto first = decode(one);
  const auto second = decode(other);
  if (!first || !second) return std::nullopt;
  return first->acceptRa == second->acceptRa;
}

}  // namespace interface_panel
