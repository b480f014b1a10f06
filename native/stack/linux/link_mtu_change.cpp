// SPDX-License-Identifier: MIT
#include "stack/linux/link_mtu_change.h"

#include <linux/rtnetlink.h>

#include <algorithm>
#include <cerrno>
#include <limits>

#include "stack/linux/field_values.h"
#include "stack/linux/link_mtu_state.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/route_editor.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

Result<Done> setLinkMtu(ChangeTarget& target, std::int64_t mtu) {
  ifinfomsg header{};
  header.ifi_index = static_cast<int>(target.link.index);
  RequestBuilder request(RTM_SETLINK, header);
  request.add(IFLA_MTU, static_cast<std::uint32_t>(mtu));
  return target.route.change(request, 0);
}

Result<Done> setIpv6Mtu(ChangeTarget& target, std::int64_t mtu) {
  const auto directory = SysctlDirectory::open(target.route, "ipv6/conf", target.identity());
  if (!directory) return directory.error();
  return directory->write("mtu", mtu);
}

// Whether the kernel's routes end at their own metric when the link alone is put back.
bool learntComeBack(const LinkMtuState& before, const LinkMtuState& restored) {
  for (std::size_t i = 0; i < before.routes.size(); ++i) {
    if (before.routes[i].kernels && before.routes[i].mtu != restored.routes[i].mtu) return false;
  }
  return true;
}

// The kernel's routes can be led to a metric of their own by way of it: at that link MTU they all
// get it, and keep it when the IPv6 MTU differs while the link's goes on to where it was.
bool detourLeads(const LinkMtuState& before) {
  const auto learnt = commonLearntMtu(before);
  return learnt && *learnt > kIpv6MinimumMtu && *learnt <= before.linkMtu;
}

Result<Done> restoreByDetour(ChangeTarget& target, const LinkMtuState& before) {
  const std::uint32_t learnt = commonLearntMtu(before).value_or(0);
  if (auto led = setLinkMtu(target, learnt); !led) return led;
  if (auto apart = setIpv6Mtu(target, kIpv6MinimumMtu); !apart) return apart;
  return setLinkMtu(target, before.linkMtu);
}

// Only the metric comes from the footprint; the rest of the route is as it is live.
RouteRecord withMtu(RouteRecord record, std::uint32_t mtu) {
  AttributeWriter attributes;
  Bytes rest(record.attributes);
  while (const auto attribute = takeAttribute(rest)) {
    if (attribute->type != RTA_METRICS) {
      attributes.add(attribute->type, attribute->value);
      continue;
    }
    AttributeWriter metrics;
    Bytes inner = attribute->value;
    while (const auto metric = takeAttribute(inner)) {
      if (metric->type == RTAX_MTU) {
        metrics.add(RTAX_MTU, mtu);
      } else {
        metrics.add(metric->type, metric->value);
      }
    }
    attributes.addNested(RTA_METRICS, metrics);
  }
  record.attributes.assign(attributes.bytes().begin(), attributes.bytes().end());
  return record;
}

const MtuRoute* findSame(const std::vector<MtuRoute>& routes, const MtuRoute& wanted) {
  const auto found = std::ranges::find_if(routes, [&](const MtuRoute& route) {
    return route.record.group == wanted.record.group &&
           std::ranges::equal(route.record.attribute(RTA_GATEWAY),
                              wanted.record.attribute(RTA_GATEWAY));
  });
  return found == routes.end() ? nullptr : &*found;
}

// The routes whose metric has followed the link's to `ours` follow it back.
Result<Done> restoreRoutes(ChangeTarget& target, const LinkMtuState& before,
                           const LinkMtuState& ours) {
  if (before.routes.empty()) return Done{};
  const auto link = readLinkByIndex(target.route, target.link.index);
  if (!link) return link.error();
  ChangeTarget now{target.route, target.routes, link.value(), target.family};
  const auto live = readLinkMtuState(now);
  if (!live) return live.error();
  for (const MtuRoute& wanted : before.routes) {
    const MtuRoute* found = findSame(live->routes, wanted);
    // One that ended meanwhile, or that the kernel has put right, needs nothing.
    if (found == nullptr || found->mtu == wanted.mtu || found->kernels) continue;
    // Taking the link back has led on what followed it, and left what another program set.
    if (found->mtu != ours.linkMtu && found->mtu != before.linkMtu) continue;
    if (auto removed = removeRoute(target.route, found->record); !removed) return removed;
    auto added = addRoute(target.route, withMtu(found->record, wanted.mtu));
    if (!added) return added;
  }
  return Done{};
}

bool sameMtus(const LinkMtuState& one, const LinkMtuState& other) {
  return one.linkMtu == other.linkMtu && one.ipv6Mtu == other.ipv6Mtu;
}

}  // namespace

Result<Refusal> LinkMtuChange::check(ChangeTarget& target, std::int64_t value) {
  const Link& link = target.link;
  if (value < link.minMtu || (link.maxMtu != 0 && value > link.maxMtu)) return Refusal::outOfRange;
  if (value > std::numeric_limits<std::int32_t>::max()) return Refusal::outOfRange;
  // IPv6 that is switched off still has its settings, and loses them the same way.
  if (link.ipv6 && value < kIpv6MinimumMtu) return Refusal::mtuBelowIpv6Minimum;
  // The kernel would start IPv6 on the link.
  if (!link.ipv6 && link.mtu < kIpv6MinimumMtu && value >= kIpv6MinimumMtu) {
    return Refusal::cannotRestore;
  }
  const auto before = readLinkMtuState(target);
  if (!before) return before.error();
  if (before->entangled) return Refusal::cannotRestore;
  const auto restored = predictLinkMtu(predictLinkMtu(before.value(), value), link.mtu);
  if (learntComeBack(before.value(), restored) || detourLeads(before.value())) return Refusal::none;
  return Refusal::cannotRestore;
}

Result<Done> LinkMtuChange::capture(ChangeTarget& target, FootprintWriter& body) {
  const auto state = readLinkMtuState(target);
  if (!state) return state.error();
  writeState(body, state.value());
  return Done{};
}

Result<Done> LinkMtuChange::set(ChangeTarget& target, std::int64_t value) {
  return setLinkMtu(target, value);
}

bool LinkMtuChange::fits(const Undo& undo) const {
  const auto old = decodeLinkMtuState(undo.before, undo.operation.key);
  const auto ours = decodeLinkMtuState(undo.after, undo.operation.key);
  if (!old || (!undo.after.empty() && !ours)) return false;
  return old->linkMtu == undo.operation.expected &&
         (!ours || old->ipv6Mtu.has_value() == ours->ipv6Mtu.has_value());
}

Result<Restored> LinkMtuChange::restore(ChangeTarget& target, const Undo& undo) {
  const auto old = decodeLinkMtuState(undo.before, target.key());
  const auto ours = decodeLinkMtuState(undo.after, target.key());
  if (!old || !ours || old->ipv6Mtu.has_value() != ours->ipv6Mtu.has_value()) {
    return posixError(EINVAL, "footprint");
  }
  const auto predicted = predictLinkMtu(predictLinkMtu(*old, ours->linkMtu), old->linkMtu);
  const auto restored = learntComeBack(*old, predicted) || !detourLeads(*old)
                            ? setLinkMtu(target, old->linkMtu)
                            : restoreByDetour(target, *old);
  if (!restored) return restored.error();
  if (!old->ipv6Mtu) return Restored::complete;
  if (const auto written = setIpv6Mtu(target, *old->ipv6Mtu); !written) return written.error();
  if (const auto routes = restoreRoutes(target, *old, *ours); !routes) return routes.error();
  return Restored::complete;
}

bool LinkMtuChange::isBack(Bytes live, const Undo& undo) const {
  const auto now = decodeLinkMtuState(live, undo.operation.key);
  const auto old = decodeLinkMtuState(undo.before, undo.operation.key);
  const auto ours = decodeLinkMtuState(undo.after, undo.operation.key);
  if (!now || !old || !ours) return false;
  const auto isLeft = [&](const MtuRoute& found) {
    return found.kernels || (found.mtu != ours->linkMtu && found.mtu != old->linkMtu);
  };
  return sameMtus(*now, *old) && std::ranges::all_of(old->routes, [&](const MtuRoute& wanted) {
           const MtuRoute* found = findSame(now->routes, wanted);
           return found == nullptr || found->mtu == wanted.mtu || isLeft(*found);
         });
}

std::optional<bool> LinkMtuChange::similar(Bytes one, Bytes other,
                                           const IpInterfaceKey& key) const {
  const auto first = decodeLinkMtuState(one, key);
  const auto second = decodeLinkMtuState(other, key);
  if (!first || !second) return std::nullopt;
  return sameMtus(*first, *second);
}

}  // namespace interface_panel
