// SPDX-License-Identifier: MIT
#include "stack/linux/ip_interface_reader.h"

#include <cerrno>
#include <utility>

#include "stack/linux/gateway_check.h"
#include "stack/linux/mtu_ties.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/rule_table.h"

namespace interface_panel {

Result<IpInterface> readIpInterface(NetlinkSocket& route, const IpInterfaceKey& key) {
  const std::uint32_t index = luidIndex(key.luid);
  const auto link = readLink(route, key.luid);
  if (!link) return link.error();
  if (!link->has(key.family)) return posixError(EAFNOSUPPORT, "RTM_GETLINK");
  const auto links = readLinks(route);
  if (!links) return links.error();
  auto neighbours = readNeighbourTable(route, key.family);
  if (!neighbours) return neighbours.error();
  const auto state = readDefaultRouteSummary(route, key.family, index);
  if (!state) return state.error();
  const auto rules = readRules(route, key.family);
  if (!rules) return rules.error();

  const bool gatewaysTaken = takesGateways(route, index, state->gateways);
  auto offloads = readOffloads(index);
  return makeIpInterface(key.family, {link.value(), neighbours.value()[index], state.value(),
                                      offloads[index], MtuTies(links.value()).tied(link.value()),
                                      gatewaysTaken, parkingTableInUse(rules.value())});
}

}  // namespace interface_panel
