// SPDX-License-Identifier: MIT
#include "stack/linux/nexthop_table.h"

#include <linux/nexthop.h>
#include <linux/rtnetlink.h>

#include <algorithm>
#include <utility>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

// Of Linux 6.12 (uapi linux/nexthop.h), which is newer than the headers of Debian 12.
constexpr std::uint16_t kNhaOpFlags = 14;
constexpr std::uint32_t kGroupReservedIsZero = 1U << 31;  // NHA_OP_FLAG_RESP_GRP_RESVD_0

/// struct nexthop_grp as Linux 6.12 has it.
struct GroupEntry {
  std::uint32_t id;
  std::uint8_t weight;
  /// `resvd1` before, when the kernel did not always clear it.
  std::uint8_t weightHigh;
  std::uint16_t reserved;
};
static_assert(sizeof(GroupEntry) == sizeof(nexthop_grp));

std::vector<NexthopMember> readGroup(Bytes bytes, bool reservedIsZero) {
  std::vector<NexthopMember> group;
  while (const auto entry = readValue<GroupEntry>(bytes)) {
    const std::uint32_t high = reservedIsZero ? entry->weightHigh : 0U;
    group.push_back({entry->id, (high << 8 | entry->weight) + 1});
    bytes = bytes.subspan(sizeof(GroupEntry));
  }
  return group;
}

const Nexthop* find(const NexthopTable& nexthops, std::uint32_t id) {
  const auto found = nexthops.find(id);
  return found == nexthops.end() ? nullptr : &found->second;
}

/// The object, or the only member of a group of one, which is as good: the kernel says so too.
const Nexthop* findSingle(const NexthopTable& nexthops, const Nexthop& object) {
  if (object.group.empty()) return &object;
  return object.group.size() == 1 ? find(nexthops, object.group.front().id) : nullptr;
}

IpAddress nextHopOf(const Nexthop& object, Family family) {
  return object.gateway.value_or(IpAddress{.family = family});
}

void leadThroughOne(RouteMessage& message, const Nexthop& object) {
  message.index = object.index;
  message.nextHop = nextHopOf(object, message.family);
  message.header.rtm_flags |= object.flags;
  if (object.blackhole) message.header.rtm_type = RTN_BLACKHOLE;
}

void leadThroughGroup(RouteMessage& message, const Nexthop& group, const NexthopTable& nexthops) {
  for (const NexthopMember& member : group.group) {
    const Nexthop* object = find(nexthops, member.id);
    if (object == nullptr) continue;
    message.hops.push_back(
        {object->index, nextHopOf(*object, message.family), member.weight, object->flags, Bytes()});
  }
}

}  // namespace

std::optional<Nexthop> readNexthopMessage(const NetlinkMessage& message) {
  const auto parts = splitMessage<nhmsg>(message.body);
  if (message.type != RTM_NEWNEXTHOP || !parts) return std::nullopt;
  const auto& [header, rest] = *parts;
  const AttributeTable<kNhaOpFlags> attributes(rest);

  Nexthop object;
  object.id = attributes.u32(NHA_ID);
  object.index = attributes.u32(NHA_OIF);
  object.flags = header.nh_flags;
  object.blackhole = attributes.has(NHA_BLACKHOLE);
  const auto family = familyOfSocket(header.nh_family);
  if (family && attributes.has(NHA_GATEWAY)) {
    object.gateway = readAddress(*family, attributes[NHA_GATEWAY]);
  }
  const bool reservedIsZero = (attributes.u32(kNhaOpFlags) & kGroupReservedIsZero) != 0;
  object.group = readGroup(attributes[NHA_GROUP], reservedIsZero);
  return object;
}

Result<NexthopTable> readNexthops(NetlinkSocket& route) {
  const auto answers = route.dump(RequestBuilder(RTM_GETNEXTHOP, nhmsg{}));
  if (!answers) return answers.error();
  NexthopTable nexthops;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    auto object = readNexthopMessage(answers.value()[i]);
    if (object) nexthops[object->id] = std::move(*object);
  }
  return nexthops;
}

void leadThroughNexthop(RouteMessage& message, const NexthopTable& nexthops) {
  const Nexthop* object = find(nexthops, message.nexthopId);
  if (object == nullptr) return;
  message.index = 0;
  message.nextHop = {.family = message.family};
  message.hops.clear();
  if (const Nexthop* single = findSingle(nexthops, *object)) {
    leadThroughOne(message, *single);
  } else {
    leadThroughGroup(message, *object, nexthops);
  }
}

}  // namespace interface_panel
