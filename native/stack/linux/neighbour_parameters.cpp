// SPDX-License-Identifier: MIT
#include "stack/linux/neighbour_parameters.h"

#include <linux/neighbour.h>
#include <linux/rtnetlink.h>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

std::optional<std::int64_t> milliseconds(const AttributeTable<NDTPA_MAX>& parameters,
                                         std::uint16_t type) {
  const auto value = parameters.get<std::uint64_t>(type);
  if (!value) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

}  // namespace

Result<NeighbourTable> readNeighbourTable(NetlinkSocket& route, Family family) {
  ndtmsg header{};
  header.ndtm_family = socketFamily(family);
  const auto answers = route.dump(RequestBuilder(RTM_GETNEIGHTBL, header));
  if (!answers) return answers.error();

  NeighbourTable table;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto parts = splitMessage<ndtmsg>(answers.value()[i].body);
    if (!parts || parts->first.ndtm_family != header.ndtm_family) continue;
    const AttributeTable<NDTA_MAX> attributes(parts->second);
    const AttributeTable<NDTPA_MAX> parameters(attributes[NDTA_PARMS]);
    // The defaults of the whole table come without an index.
    const auto index = parameters.get<std::uint32_t>(NDTPA_IFINDEX);
    if (!index) continue;
    table[*index] = {milliseconds(parameters, NDTPA_BASE_REACHABLE_TIME),
                     milliseconds(parameters, NDTPA_REACHABLE_TIME),
                     milliseconds(parameters, NDTPA_RETRANS_TIME)};
  }
  return table;
}

}  // namespace interface_panel
