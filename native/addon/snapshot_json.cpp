// SPDX-License-Identifier: MIT
#include "addon/snapshot_json.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "addon/address_text.h"
#include "addon/json_writer.h"
#include "stack/adapter_addresses.h"
#include "stack/facts_hash.h"
#include "stack/refusal_name.h"

namespace interface_panel {
namespace {

/// What one row takes at most on an ordinary machine, so that the text seldom has to move as it
/// grows.
constexpr std::size_t kBytesPerAdapter = 224;
constexpr std::size_t kBytesPerIpInterface = 320;
constexpr std::size_t kBytesPerAddress = 128;
constexpr std::size_t kBytesPerRoute = 32;
constexpr std::size_t kBytesPerRule = 192;

void writeFamily(JsonWriter& json, Family family) {
  json.plainText(family == Family::ipv4 ? "IPv4" : "IPv6");
}

void writeAddress(JsonWriter& json, const IpAddress& address) {
  json.plainText(addressText(address));
}

/// Several numbers in a row.
template <typename... Integers>
void writeNumbers(JsonWriter& json, Integers... values) {
  (json.number(values), ...);
}

template <typename Integer>
void writeRange(JsonWriter& json, const std::optional<std::pair<Integer, Integer>>& range) {
  if (!range) {
    json.null();
    return;
  }
  json.beginArray();
  writeNumbers(json, range->first, range->second);
  json.endArray();
}

template <typename Rows, typename Write>
void writeRows(JsonWriter& json, const Rows& rows, Write write) {
  json.beginArray();
  for (const auto& row : rows) write(json, row);
  json.endArray();
}

void writeAdapter(JsonWriter& json, const Adapter& adapter,
                  const std::vector<IpAddress>& addresses) {
  json.beginArray();
  json.decimalString(adapter.luid);
  json.number(adapter.index);
  json.utf8Text(adapter.guid);
  json.text(adapter.alias);
  json.text(adapter.description);
  json.hexBytes(adapter.physicalAddress);
  json.hexBytes(adapter.permanentPhysicalAddress);
  writeNumbers(json, adapter.mtu, adapter.type, adapter.tunnelType, adapter.physicalMediumType,
               adapter.interfaceAndOperStatusFlags, adapter.operStatus, adapter.adminStatus,
               adapter.mediaConnectState);
  json.decimalString(adapter.transmitLinkSpeed);
  json.decimalString(adapter.receiveLinkSpeed);
  json.utf8Text(adapter.linkKind);
  json.decimalString(adapter.master);
  json.number(adapter.tunType);
  json.text(adapter.driver);
  writeRows(json, addresses, writeAddress);
  json.endArray();
}

void writeZoneIndices(JsonWriter& json, const IpInterface& row) {
  json.beginArray();
  for (const std::uint32_t zone : row.zoneIndices) json.number(zone);
  json.endArray();
}

void writeFieldValue(JsonWriter& json, const IpInterface& row, const FieldInfo& info) {
  const std::optional<std::int64_t>& value = row.value(info.field);
  if (!value) {
    json.null();
    return;
  }
  switch (info.type) {
    case FieldType::luid:
    case FieldType::ulong64:
      json.decimalString(static_cast<std::uint64_t>(*value));
      return;
    case FieldType::ulongArray:
      writeZoneIndices(json, row);
      return;
    case FieldType::addressFamily:
    case FieldType::ulong:
    case FieldType::boolean:
    case FieldType::enumeration:
    case FieldType::offloadBits:
      json.number(*value);
      return;
  }
}

void writeRefusals(JsonWriter& json, const std::vector<FieldRefusal>& refusals) {
  json.beginObject();
  for (const FieldRefusal& refusal : refusals) {
    json.key(fieldInfo(refusal.field).name);
    json.plainText(refusalName(refusal.reason));
  }
  json.endObject();
}

/// Most rows share their refusals with many others. Each different list is written once, and rows
/// name its number.
class RefusalLists {
 public:
  std::size_t numberOf(const std::vector<FieldRefusal>& refusals) {
    std::u16string key;
    for (const FieldRefusal& refusal : refusals) {
      key += static_cast<char16_t>(refusal.field);
      key += static_cast<char16_t>(refusal.reason);
    }
    const auto [entry, isNew] = numbers_.try_emplace(std::move(key), lists_.size());
    if (isNew) lists_.push_back(&refusals);
    return entry->second;
  }

  /// The rows that were asked about must still be there.
  void write(JsonWriter& json) const {
    json.key("refusals");
    json.beginArray();
    for (const std::vector<FieldRefusal>* list : lists_) writeRefusals(json, *list);
    json.endArray();
  }

 private:
  std::map<std::u16string, std::size_t> numbers_;
  std::vector<const std::vector<FieldRefusal>*> lists_;
};

void writeIpInterface(JsonWriter& json, const IpInterface& row, RefusalLists& refusals) {
  json.beginArray();
  json.decimalString(row.key.luid);
  writeFamily(json, row.key.family);
  json.beginArray();
  for (const FieldInfo& info : fieldTable()) writeFieldValue(json, row, info);
  json.endArray();
  json.number(refusals.numberOf(row.refusals));
  json.boolean(row.defaultRoutesOverridden);
  json.endArray();
}

void writeUnicastAddress(JsonWriter& json, const UnicastAddress& address) {
  json.beginArray();
  json.decimalString(address.luid);
  writeFamily(json, address.address.address.family);
  writeAddress(json, address.address.address);
  writeNumbers(json, address.address.prefixLength, address.validLifetime, address.preferredLifetime,
               address.dadState);
  json.boolean(address.skipAsSource);
  json.endArray();
}

void writeRouteHop(JsonWriter& json, const RouteHop& hop) {
  json.beginArray();
  json.decimalString(hop.luid);
  writeAddress(json, hop.nextHop);
  writeNumbers(json, hop.weight, hop.flags);
  json.endArray();
}

/// Everything of a route but its destination. Names all members, so that a new one does not compile
/// before it counts here.
auto courseFacts(const Route& route) {
  const auto& [family, luid, destination, source, nextHop, preferredSource, metric, protocol,
               origin, table, type, scope, tos, flags, validLifetime, preference, nexthopId, mtu,
               hops] = route;
  return std::tie(family, luid, source, nextHop, preferredSource, metric, protocol, origin, table,
                  type, scope, tos, flags, validLifetime, preference, nexthopId, mtu, hops);
}

void writeCourse(JsonWriter& json, const Route& route) {
  json.beginArray();
  writeFamily(json, route.family);
  json.decimalString(route.luid);
  writeAddress(json, route.source.address);
  json.number(route.source.prefixLength);
  writeAddress(json, route.nextHop);
  if (route.preferredSource) {
    writeAddress(json, *route.preferredSource);
  } else {
    json.null();
  }
  writeNumbers(json, route.metric, route.protocol, route.origin, route.table, route.type,
               route.scope, route.tos, route.flags, route.validLifetime, route.preference,
               route.nexthopId, route.mtu);
  writeRows(json, route.hops, writeRouteHop);
  json.endArray();
}

/// A large table leads to hundreds of thousands of destinations by a handful of courses. Each
/// different one is written once, and rows name its number.
class RouteCourses {
 public:
  /// The route must still be there when the courses are written.
  std::size_t numberOf(const Route& route) {
    const auto [entry, isNew] = numbers_.try_emplace(&route, courses_.size());
    if (isNew) courses_.push_back(&route);
    return entry->second;
  }

  void write(JsonWriter& json) const {
    json.key("courses");
    writeRows(json, courses_,
              [](JsonWriter& rowJson, const Route* route) { writeCourse(rowJson, *route); });
  }

 private:
  struct Hash {
    std::size_t operator()(const Route* route) const {
      FactsHash hash;
      hash.add(courseFacts(*route));
      return hash.value();
    }
  };
  struct IsSame {
    bool operator()(const Route* one, const Route* other) const {
      return courseFacts(*one) == courseFacts(*other);
    }
  };

  std::unordered_map<const Route*, std::size_t, Hash, IsSame> numbers_;
  std::vector<const Route*> courses_;
};

void writeRoute(JsonWriter& json, const Route& route, RouteCourses& courses) {
  json.beginArray();
  writeAddress(json, route.destination.address);
  writeNumbers(json, route.destination.prefixLength, courses.numberOf(route));
  json.endArray();
}

void writeRule(JsonWriter& json, const Rule& rule) {
  json.beginArray();
  writeFamily(json, rule.family);
  json.number(rule.priority);
  json.boolean(rule.invert);
  writeAddress(json, rule.source.address);
  json.number(rule.source.prefixLength);
  writeAddress(json, rule.destination.address);
  json.number(rule.destination.prefixLength);
  json.utf8Text(rule.inputInterface);
  json.utf8Text(rule.outputInterface);
  writeNumbers(json, rule.tos, rule.mark, rule.markMask, rule.action, rule.table, rule.gotoPriority,
               rule.suppressPrefixLength, rule.suppressInterfaceGroup, rule.ipProtocol);
  writeRange(json, rule.sourcePorts);
  writeRange(json, rule.destinationPorts);
  writeRange(json, rule.uidRange);
  json.boolean(rule.l3mdev);
  json.endArray();
}

void writeIpsecPolicy(JsonWriter& json, const IpsecPolicy& policy) {
  json.beginArray();
  writeFamily(json, policy.family);
  writeAddress(json, policy.source.address);
  json.number(policy.source.prefixLength);
  writeAddress(json, policy.destination.address);
  json.number(policy.destination.prefixLength);
  json.boolean(policy.limited);
  writeNumbers(json, policy.priority, policy.action, policy.interfaceId, policy.mark,
               policy.markMask);
  json.boolean(policy.encrypts);
  json.boolean(policy.tunnel);
  json.endArray();
}

void writeDnsServer(JsonWriter& json, const DnsServer& server) {
  json.beginArray();
  json.decimalString(server.luid);
  writeAddress(json, server.address);
  json.endArray();
}

std::size_t expectedBytes(const Snapshot& snapshot) {
  return 4096 + kBytesPerAdapter * snapshot.adapters.size() +
         kBytesPerIpInterface * snapshot.ipInterfaces.size() +
         kBytesPerAddress * snapshot.unicastAddresses.size() +
         kBytesPerRoute * snapshot.routes.size() +
         kBytesPerRule * (snapshot.rules.size() + snapshot.ipsecPolicies.size());
}

/// Writes the lists of a snapshot, and after them what their rows refer to. `writeList` is called
/// with a list's name, itself, its splices and what writes one of its rows.
template <typename WriteList>
void writeLists(JsonWriter& json, const Snapshot& snapshot, const SnapshotDiff& diff,
                WriteList writeList) {
  const AdapterAddresses addresses(snapshot.unicastAddresses);
  RefusalLists refusals;
  RouteCourses courses;
  writeList("adapters", snapshot.adapters, diff.adapters,
            [&addresses](JsonWriter& rowJson, const Adapter& row) {
              writeAdapter(rowJson, row, addresses.of(row.luid));
            });
  writeList("ipInterfaces", snapshot.ipInterfaces, diff.ipInterfaces,
            [&refusals](JsonWriter& rowJson, const IpInterface& row) {
              writeIpInterface(rowJson, row, refusals);
            });
  writeList("unicastAddresses", snapshot.unicastAddresses, diff.unicastAddresses,
            writeUnicastAddress);
  writeList(
      "routes", snapshot.routes, diff.routes,
      [&courses](JsonWriter& rowJson, const Route& row) { writeRoute(rowJson, row, courses); });
  writeList("rules", snapshot.rules, diff.rules, writeRule);
  writeList("dnsServers", snapshot.dnsServers, diff.dnsServers, writeDnsServer);
  writeList("ipsecPolicies", snapshot.ipsecPolicies, diff.ipsecPolicies, writeIpsecPolicy);
  refusals.write(json);
  courses.write(json);
}

template <typename Row, typename Write>
void writeSplices(JsonWriter& json, const std::vector<Row>& rows, const Splices& splices,
                  Write write) {
  writeRows(json, splices, [&](JsonWriter& spliceJson, const Splice& splice) {
    spliceJson.beginArray();
    writeNumbers(spliceJson, splice.start, splice.removed);
    writeRows(spliceJson, std::span(rows).subspan(splice.first, splice.added), write);
    spliceJson.endArray();
  });
}

}  // namespace

std::string snapshotJson(const Snapshot& snapshot, std::string_view stackName) {
  JsonWriter json(expectedBytes(snapshot));
  json.beginObject();
  json.key("stack");
  json.plainText(stackName);
  writeLists(json, snapshot, {},
             [&json](std::string_view name, const auto& rows, const Splices&, auto write) {
               json.key(name);
               writeRows(json, rows, write);
             });
  json.endObject();
  return std::move(json).take();
}

std::string diffJson(const SnapshotDiff& diff, const Snapshot& after) {
  JsonWriter json;
  json.beginObject();
  writeLists(json, after, diff,
             [&json](std::string_view name, const auto& rows, const Splices& splices, auto write) {
               if (splices.empty()) return;
               json.key(name);
               writeSplices(json, rows, splices, write);
             });
  json.endObject();
  return std::move(json).take();
}

std::string ipInterfaceJson(const IpInterface& row) {
  JsonWriter json(kBytesPerIpInterface);
  RefusalLists refusals;
  json.beginObject();
  json.key("ipInterface");
  writeIpInterface(json, row, refusals);
  refusals.write(json);
  json.endObject();
  return std::move(json).take();
}

std::string bestRouteJson(const BestRoute& route) {
  JsonWriter json;
  json.beginArray();
  json.decimalString(route.luid);
  writeAddress(json, route.destination.address);
  json.number(route.destination.prefixLength);
  writeAddress(json, route.nextHop);
  writeAddress(json, route.source);
  writeNumbers(json, route.metric, route.table, route.type);
  json.endArray();
  return std::move(json).take();
}

}  // namespace interface_panel
