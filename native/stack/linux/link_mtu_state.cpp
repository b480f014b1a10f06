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

constexpr std::int64_t kNoIpv6 = 0;
constexpr std::int64_t kMaxMtu = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kLeastMtu = 68;  // RFC 791

}  // namespace

Result<LinkMtuState> readLinkMtuState(ChangeTarget& target) {
  LinkMtuState state;
  state.linkMtu = target.link.mtu;
  if (!target.link.ipv6) return state;
  state.ipv6Mtu = target.link.ipv6->mtu();
  const auto found = target.routes.mtuRoutes(target.route, target.link.index);
  if (!found) return found.error();
  state.routes = found.value()->routes;
  state.entangled = found.value()->entangled;
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
