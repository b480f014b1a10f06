// SPDX-License-Identifier: MIT
#include "stack/linux/route_record.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

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

/// Puts the kept attributes into the record, in the order of their types: the kernel tells those of
/// one route in another order once it has merged it with others. False when one is of no kept kind.
bool keepAttributes(Bytes attributes, RouteRecord& record) {
  std::map<std::uint16_t, Bytes> kept;
  bool allKnown = true;
  while (const auto attribute = takeAttribute(attributes)) {
    if (contains(kKeptAttributes, attribute->type)) {
      kept[attribute->type] = attribute->value;
    } else if (!contains(kOtherAttributes, attribute->type)) {
      allKnown = false;
    }
  }
  AttributeWriter writer;
  for (const auto& [type, value] : kept) writer.add(type, value);
  record.attributes.assign(writer.bytes().begin(), writer.bytes().end());
  return allKnown && record.attributes.size() <= kMaxAttributeBytes;
}

/// What the hop's own link made: the attributes that all hops share, and those of the hop.
RouteRecord recordOfHop(const RouteMessage& message, const RouteMessageHop& hop) {
  RouteRecord record = recordOf(message);
  record.index = hop.index;
  record.flags = hop.flags & RTNH_F_ONLINK;
  AttributeWriter attributes;
  Bytes shared = message.attributes;
  while (const auto attribute = takeAttribute(shared)) {
    if (attribute->type != RTA_MULTIPATH) attributes.add(attribute->type, attribute->value);
  }
  attributes.add(RTA_OIF, hop.index);
  Bytes own = hop.attributes;
  while (const auto attribute = takeAttribute(own)) {
    attributes.add(attribute->type, attribute->value);
  }
  // A weight cannot be given to a route of its own.
  record.movable = keepAttributes(attributes.bytes(), record) && hop.weight == 1;
  return record;
}

}  // namespace

bool RouteGroupKey::operator<(const RouteGroupKey& other) const {
  const auto tied = [](const RouteGroupKey& key) {
    return std::tie(key.table, key.metric, key.tos, key.destination.prefixLength,
                    key.destination.address.bytes, key.source.prefixLength,
                    key.source.address.bytes);
  };
  return tied(*this) < tied(other);
}

bool RouteRecord::sameAs(const RouteRecord& other) const {
  return group == other.group && family == other.family && index == other.index &&
         protocol == other.protocol && scope == other.scope && type == other.type &&
         flags == other.flags && attributes == other.attributes;
}

bool RouteRecord::isDefault() const {
  return group.destination.prefixLength == 0 && group.source.prefixLength == 0 &&
         type == RTN_UNICAST;
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

RouteGroupKey groupOf(const RouteMessage& message) {
  return {message.table, message.destination, message.source, message.header.rtm_tos,
          message.metric};
}

RouteRecord recordOf(const RouteMessage& message) {
  RouteRecord record;
  record.group = groupOf(message);
  record.family = message.family;
  record.index = message.index;
  record.protocol = message.header.rtm_protocol;
  record.scope = message.header.rtm_scope;
  record.type = message.header.rtm_type;
  record.flags = message.header.rtm_flags & RTNH_F_ONLINK;
  record.lifetime = message.validLifetime;
  record.movable = message.index != 0 && message.header.rtm_type == RTN_UNICAST;

  if (!keepAttributes(message.attributes, record)) record.movable = false;
  return record;
}

std::vector<RouteRecord> recordsOf(const RouteMessage& message) {
  const bool merged = message.family == Family::ipv6 && message.index == 0 &&
                      message.nexthopId == 0 && !message.hops.empty();
  if (!merged) return {recordOf(message)};
  std::vector<RouteRecord> records;
  records.reserve(message.hops.size());
  for (const RouteMessageHop& hop : message.hops) records.push_back(recordOfHop(message, hop));
  return records;
}

Result<std::vector<RouteRecord>> readRouteRecords(NetlinkSocket& route, Family family,
                                                  const RouteFilter& filter) {
  const auto answers = dumpRoutes(route, family, filter);
  if (!answers) return answers.error();
  std::vector<RouteRecord> records;
  for (std::size_t i = 0; i < answers->size(); ++i) {
    const auto message = readRouteMessage(answers.value()[i]);
    if (!message) continue;
    for (RouteRecord& record : recordsOf(*message)) records.push_back(std::move(record));
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

const RouteRecord* findRoute(const std::vector<RouteRecord>& routes, const RouteRecord& wanted) {
  const auto found = std::ranges::find_if(
      routes, [&](const RouteRecord& record) { return record.sameAs(wanted); });
  return found == routes.end() ? nullptr : &*found;
}

bool allDiffer(const std::vector<RouteRecord>& routes) {
  return std::ranges::all_of(
      routes, [&](const RouteRecord& record) { return findRoute(routes, record) == &record; });
}

}  // namespace interface_panel
