// SPDX-License-Identifier: MIT
#include "stack/linux/link_mtu_state.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <map>
#include <utility>

#include "stack/linux/field_values.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

// More do not fit into a footprint.
constexpr std::size_t kMostRoutes = 1024;
constexpr std::int64_t kNoIpv6 = 0;
constexpr std::int64_t kMaxMtu = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kLeastMtu = 68;  // RFC 791

bool followsLink(const RouteMessage& message) {
  return message.mtu != 0 && (message.lockedMetrics & (1U << RTAX_MTU)) == 0;
}

bool madeByKernel(const RouteMessage& message) {
  return message.header.rtm_protocol == RTPROT_RA || message.header.rtm_protocol == RTPROT_KERNEL;
}

}  // namespace

Result<LinkMtuState> readLinkMtuState(ChangeTarget& target) {
  LinkMtuState state;
  state.linkMtu = target.link.mtu;
  if (!target.link.ipv6) return state;
  state.ipv6Mtu = target.link.ipv6->mtu();
  const auto answers = dumpRoutes(target.route, Family::ipv6, {0, target.link.index});
  if (!answers) return answers.error();
  // Few routes have an mtu metric of their own, however many there are: only their groups count.
  std::map<RouteGroupKey, std::size_t> members;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto message = readRouteMessage(answers.value()[i]);
    if (!message || !followsLink(*message)) continue;
    if (state.routes.size() > kMostRoutes) return posixError(EMSGSIZE, "footprint");
    for (RouteRecord& record : recordsOf(*message)) {
      if (record.index != target.link.index) continue;
      members[record.group] = 0;
      state.routes.push_back({std::move(record), message->mtu, madeByKernel(*message)});
    }
  }
  if (state.routes.empty()) return state;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto message = readRouteMessage(answers.value()[i]);
    if (!message) continue;
    const auto found = members.find(recordOf(*message).group);
    if (found != members.end()) found->second += std::max<std::size_t>(message->hops.size(), 1);
  }
  state.entangled = std::ranges::any_of(state.routes, [&](const MtuRoute& route) {
    return !route.kernels && (!route.record.movable || members[route.record.group] > 1);
  });
  return state;
}

void writeState(FootprintWriter& writer, const LinkMtuState& state) {
  writer.number(state.linkMtu);
  writer.number(state.ipv6Mtu.value_or(kNoIpv6));
  std::vector<RouteRecord> records;
  records.reserve(state.routes.size());
  for (const MtuRoute& route : state.routes) records.push_back(route.record);
  writeRoutes(writer, records);
  for (const MtuRoute& route : state.routes) {
    writer.number(route.mtu);
    writer.number(route.kernels ? 1 : 0);
  }
}

std::optional<LinkMtuState> decodeLinkMtuState(Bytes body, const IpInterfaceKey& key) {
  FootprintReader reader(body);
  LinkMtuState state;
  state.linkMtu = reader.number(kLeastMtu, kMaxMtu);
  const std::int64_t ipv6Mtu = reader.number(kNoIpv6, kMaxMtu);
  if (ipv6Mtu != kNoIpv6) state.ipv6Mtu = ipv6Mtu;
  if (state.ipv6Mtu && (*state.ipv6Mtu < kIpv6MinimumMtu || *state.ipv6Mtu > state.linkMtu)) {
    reader.fail();
  }
  std::vector<RouteRecord> records = readRoutes(reader, Family::ipv6);
  if (!allDiffer(records)) reader.fail();
  for (RouteRecord& record : records) {
    if (record.index != luidIndex(key.luid)) reader.fail();
    state.routes.push_back({std::move(record)});
  }
  for (MtuRoute& route : state.routes) {
    route.mtu = static_cast<std::uint32_t>(reader.number(1, kMaxMtu));
    route.kernels = reader.number(0, 1) == 1;
  }
  if (!reader.complete()) return std::nullopt;
  return state;
}

LinkMtuState predictLinkMtu(LinkMtuState state, std::int64_t mtu) {
  for (MtuRoute& route : state.routes) {
    if (route.mtu >= mtu || route.mtu == state.ipv6Mtu) route.mtu = static_cast<std::uint32_t>(mtu);
  }
  state.linkMtu = mtu;
  if (state.ipv6Mtu) state.ipv6Mtu = mtu;
  return state;
}

std::optional<std::uint32_t> commonLearntMtu(const LinkMtuState& state) {
  std::optional<std::uint32_t> common;
  for (const MtuRoute& route : state.routes) {
    if (!route.kernels) continue;
    if (common && *common != route.mtu) return std::nullopt;
    common = route.mtu;
  }
  return common;
}

}  // namespace interface_panel
