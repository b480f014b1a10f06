// SPDX-License-Identifier: MIT
#include "stack/linux/route_record.h"

#include <algorithm>
#include <array>
#include <limits>

#include "stack/linux/socket_family.h"

namespace interface_panel {
namespace {

constexpr std::int64_t kMaxRoutes = 1024;
constexpr std::size_t kMaxAttributeBytes = 4096;
constexpr std::int64_t kMaxNumber = std::numeric_limits<std::uint32_t>::max();

// Attributes that RTM_NEWROUTE takes back as RTM_GETROUTE gave them.
constexpr std::array<std::uint16_t, 9> kKeptAttributes{RTA_OIF,     RTA_GATEWAY, RTA_PREFSRC,
                                                       RTA_METRICS, RTA_FLOW,    RTA_VIA,
                                                       RTA_PREF,    RTA_ENCAP,   RTA_ENCAP_TYPE};
// Attributes that a record keeps elsewhere, or that say how the route is doing.
constexpr std::array<std::uint16_t, 6> kOtherAttributes{RTA_DST,   RTA_SRC,       RTA_PRIORITY,
                                                        RTA_TABLE, RTA_CACHEINFO, RTA_EXPIRES};

template <std::size_t Size>
bool contains(const std::array<std::uint16_t, Size>& types, std::uint16_t wanted) {
  return std::find(types.begin(), types.end(), wanted) != types.end();
}

// Whether `attributes` are whole and of the kept kinds alone, and name the link `index`.
bool wellFormed(Bytes attributes, std::uint32_t index) {
  std::optional<std::uint32_t> link;
  while (const auto attribute = takeAttribute(attributes)) {
    if (!contains(kKeptAttributes, attribute->type)) return false;
    if (attribute->type == RTA_OIF) link = readValue<std::uint32_t>(attribute->value);
  }
  return attributes.empty() && link == index;
}

void writePrefix(FootprintWriter& writer, const IpPrefix& prefix) {
  writer.number(prefix.prefixLength);
  writer.bytes(addressPayload(prefix.address));
}

IpPrefix readPrefix(FootprintReader& reader, Family family) {
  const auto length = static_cast<std::uint8_t>(reader.number(0, addressBits(family)));
  const auto raw = reader.bytes(addressBytes(family));
  if (raw.size() != addressBytes(family)) reader.fail();
  return {readAddress(family, raw), length};
}

RouteRecord readRoute(FootprintReader& reader, Family family) {
  RouteRecord record;
  record.family = family;
  record.group.table = static_cast<std::uint32_t>(reader.number(1, kMaxNumber));
  record.group.destination = readPrefix(reader, family);
  record.group.source = readPrefix(reader, family);
  record.group.tos = static_cast<std::uint8_t>(reader.number(0, 255));
  record.group.metric = static_cast<std::uint32_t>(reader.number(0, kMaxNumber));
  record.index = static_cast<std::uint32_t>(reader.number(1, kMaxNumber));
  record.protocol = static_cast<std::uint8_t>(reader.number(0, 255));
  record.scope = static_cast<std::uint8_t>(reader.number(0, 255));
  record.type = static_cast<std::uint8_t>(reader.number(RTN_UNICAST, RTN_UNICAST));
  record.flags = static_cast<std::uint32_t>(reader.number(0, RTNH_F_ONLINK));
  record.attributes = reader.bytes(kMaxAttributeBytes);
  record.lifetime = static_cast<std::uint32_t>(reader.number(0, kMaxNumber));
  const bool flagsFit = record.flags == 0 || record.flags == RTNH_F_ONLINK;
  if (!flagsFit || !wellFormed(record.attributes, record.index)) reader.fail();
  return record;
}

}  // namespace

bool RouteRecord::sameAs(const RouteRecord& other) const {
  return group == other.group && family == other.family && index == other.index &&
         protocol == other.protocol && scope == other.scope && type == other.type &&
         flags == other.flags && attributes == other.attributes;
}

Bytes RouteRecord::attribute(std::uint16_t wanted) const {
  Bytes rest(attributes);
  while (const auto found = takeAttribute(rest)) {
    if (found->type == wanted) return found->value;
  }
  return {};
}

RouteRecord RouteRecord::in(std::uint32_t table, std::uint32_t metric) const {
  RouteRecord moved = *this;
  moved.group.table = table;
  moved.group.metric = metric;
  return moved;
}

RouteRecord recordOf(const RouteMessage& message) {
  RouteRecord record;
  record.group = {message.table, message.destination, message.source, message.header.rtm_tos,
                  message.metric};
  record.family = message.family;
  record.index = message.index;
  record.protocol = message.header.rtm_protocol;
  record.scope = message.header.rtm_scope;
  record.type = message.header.rtm_type;
  record.flags = message.header.rtm_flags & RTNH_F_ONLINK;
  record.lifetime = message.validLifetime;
  record.movable = message.index != 0 && message.header.rtm_type == RTN_UNICAST;

  AttributeWriter kept;
  Bytes rest = message.attributes;
  while (const auto attribute = takeAttribute(rest)) {
    if (contains(kKeptAttributes, attribute->type)) {
      kept.add(attribute->type, attribute->value);
    } else if (!contains(kOtherAttributes, attribute->type)) {
      record.movable = false;
    }
  }
  record.attributes.assign(kept.bytes().begin(), kept.bytes().end());
  if (record.attributes.size() > kMaxAttributeBytes) record.movable = false;
  return record;
}

Result<std::vector<RouteRecord>> readRouteRecords(NetlinkSocket& route, Family family,
                                                  const RouteFilter& filter) {
  const auto answers = dumpRoutes(route, family, filter);
  if (!answers) return answers.error();
  std::vector<RouteRecord> records;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto message = readRouteMessage(answers.value()[i]);
    if (message) records.push_back(recordOf(*message));
  }
  return records;
}

void writeRoutes(FootprintWriter& writer, const std::vector<RouteRecord>& routes) {
  writer.number(static_cast<std::int64_t>(routes.size()));
  for (const RouteRecord& record : routes) {
    writer.number(record.group.table);
    writePrefix(writer, record.group.destination);
    writePrefix(writer, record.group.source);
    writer.number(record.group.tos);
    writer.number(record.group.metric);
    writer.number(record.index);
    writer.number(record.protocol);
    writer.number(record.scope);
    writer.number(record.type);
    writer.number(record.flags);
    writer.bytes(record.attributes);
    writer.number(record.lifetime);
  }
}

std::vector<RouteRecord> readRoutes(FootprintReader& reader, Family family) {
  std::vector<RouteRecord> routes;
  const std::int64_t count = reader.number(0, kMaxRoutes);
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    routes.push_back(readRoute(reader, family));
  }
  return routes;
}

}  // namespace interface_panel
