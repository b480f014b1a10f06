// SPDX-License-Identifier: MIT
#include "stack/simulated/network_codec.h"

#include <algorithm>
#include <string>

namespace interface_panel::simulated {
namespace {

/// The longest text or hardware address MIB_IF_ROW2 holds; a GUID is shorter.
constexpr std::size_t kMaxTextUnits = 256;

void put(ByteWriter& writer, const IpAddress& address) {
  writer.put(address.family);
  writer.putBytes(address.bytes);
  writer.put(address.scopeId);
}

void get(ByteReader& reader, IpAddress& address) {
  address.family = reader.get<Family>();
  const auto bytes = reader.getBytes(address.bytes.size());
  std::copy(bytes.begin(), bytes.end(), address.bytes.begin());
  address.scopeId = reader.get<std::uint32_t>();
}

void put(ByteWriter& writer, const IpPrefix& prefix) {
  put(writer, prefix.address);
  writer.put(prefix.prefixLength);
}

void get(ByteReader& reader, IpPrefix& prefix) {
  get(reader, prefix.address);
  prefix.prefixLength = reader.get<std::uint8_t>();
}

/// Strings and byte arrays: the number of units, then each.
template <typename Text>
void putText(ByteWriter& writer, const Text& text) {
  writer.put(static_cast<std::uint16_t>(text.size()));
  for (const auto unit : text) writer.put(unit);
}

template <typename Text>
void getText(ByteReader& reader, Text& text) {
  const auto units = reader.get<std::uint16_t>();
  if (units > kMaxTextUnits) {
    reader.reject();
    return;
  }
  text.resize(units);
  for (auto& unit : text) unit = reader.get<typename Text::value_type>();
}

void put(ByteWriter& writer, const Adapter& adapter) {
  writer.put(adapter.luid);
  writer.put(adapter.index);
  putText(writer, adapter.guid);
  putText(writer, adapter.alias);
  putText(writer, adapter.description);
  putText(writer, adapter.physicalAddress);
  putText(writer, adapter.permanentPhysicalAddress);
  writer.put(adapter.mtu);
  writer.put(adapter.type);
  writer.put(adapter.tunnelType);
  writer.put(adapter.physicalMediumType);
  writer.put(adapter.interfaceAndOperStatusFlags);
  writer.put(adapter.operStatus);
  writer.put(adapter.adminStatus);
  writer.put(adapter.mediaConnectState);
  writer.put(adapter.transmitLinkSpeed);
  writer.put(adapter.receiveLinkSpeed);
  putText(writer, adapter.driver);
}

void get(ByteReader& reader, Adapter& adapter) {
  adapter.luid = reader.get<std::uint64_t>();
  adapter.index = reader.get<std::uint32_t>();
  getText(reader, adapter.guid);
  getText(reader, adapter.alias);
  getText(reader, adapter.description);
  getText(reader, adapter.physicalAddress);
  getText(reader, adapter.permanentPhysicalAddress);
  adapter.mtu = reader.get<std::uint32_t>();
  adapter.type = reader.get<std::uint32_t>();
  adapter.tunnelType = reader.get<std::uint32_t>();
  adapter.physicalMediumType = reader.get<std::uint32_t>();
  adapter.interfaceAndOperStatusFlags = reader.get<std::uint8_t>();
  adapter.operStatus = reader.get<std::uint32_t>();
  adapter.adminStatus = reader.get<std::uint32_t>();
  adapter.mediaConnectState = reader.get<std::uint32_t>();
  adapter.transmitLinkSpeed = reader.get<std::uint64_t>();
  adapter.receiveLinkSpeed = reader.get<std::uint64_t>();
  getText(reader, adapter.driver);
}

void put(ByteWriter& writer, const IpInterface& row) {
  writer.put(row.key.luid);
  writer.put(row.key.family);
  writer.put(row.index);
  for (const auto& value : row.values) writer.put(value.value_or(0));
  for (const auto zone : row.zoneIndices) writer.put(zone);
}

void get(ByteReader& reader, IpInterface& row) {
  row.key.luid = reader.get<std::uint64_t>();
  row.key.family = reader.get<Family>();
  row.index = reader.get<std::uint32_t>();
  for (auto& value : row.values) value = reader.get<std::int64_t>();
  for (auto& zone : row.zoneIndices) zone = reader.get<std::uint32_t>();
}

void put(ByteWriter& writer, const UnicastAddress& row) {
  writer.put(row.luid);
  put(writer, row.address);
  writer.put(row.validLifetime);
  writer.put(row.preferredLifetime);
  writer.put(row.dadState);
  writer.put(static_cast<std::uint8_t>(row.skipAsSource));
}

void get(ByteReader& reader, UnicastAddress& row) {
  row.luid = reader.get<std::uint64_t>();
  get(reader, row.address);
  row.validLifetime = reader.get<std::uint32_t>();
  row.preferredLifetime = reader.get<std::uint32_t>();
  row.dadState = reader.get<std::uint32_t>();
  row.skipAsSource = reader.getFlag();
}

void put(ByteWriter& writer, const Route& route) {
  writer.put(route.family);
  writer.put(route.luid);
  put(writer, route.destination);
  put(writer, route.nextHop);
  writer.put(route.metric);
  writer.put(route.protocol);
  writer.put(route.origin);
  writer.put(route.validLifetime);
}

void get(ByteReader& reader, Route& route) {
  route.family = reader.get<Family>();
  route.luid = reader.get<std::uint64_t>();
  get(reader, route.destination);
  get(reader, route.nextHop);
  route.metric = reader.get<std::uint32_t>();
  route.protocol = reader.get<std::uint32_t>();
  route.origin = reader.get<std::uint32_t>();
  route.validLifetime = reader.get<std::uint32_t>();
  route.source.address.family = route.family;
}

void put(ByteWriter& writer, const DnsServer& row) {
  writer.put(row.luid);
  put(writer, row.address);
}

void get(ByteReader& reader, DnsServer& row) {
  row.luid = reader.get<std::uint64_t>();
  get(reader, row.address);
}

void put(ByteWriter& writer, const RouterFlags& flags) {
  writer.put(flags.luid);
  writer.put(static_cast<std::uint8_t>(flags.managed));
  writer.put(static_cast<std::uint8_t>(flags.other));
}

void get(ByteReader& reader, RouterFlags& flags) {
  flags.luid = reader.get<std::uint64_t>();
  flags.managed = reader.getFlag();
  flags.other = reader.getFlag();
}

void put(ByteWriter& writer, const Faults& faults) {
  writer.put(faults.failCode);
  writer.put(faults.failAfter);
  writer.put(static_cast<std::uint8_t>(faults.hang));
  writer.put(faults.hangAfter);
}

void get(ByteReader& reader, Faults& faults) {
  faults.failCode = reader.get<std::uint32_t>();
  faults.failAfter = reader.get<std::uint32_t>();
  faults.hang = reader.getFlag();
  faults.hangAfter = reader.get<std::uint32_t>();
}

template <typename Row>
void putRows(ByteWriter& writer, const std::vector<Row>& rows) {
  writer.put(static_cast<std::uint32_t>(rows.size()));
  for (const Row& row : rows) put(writer, row);
}

/// Fewest bytes a row of any kind takes.
constexpr std::size_t kSmallestRow = 10;

template <typename Row>
void getRows(ByteReader& reader, std::vector<Row>& rows) {
  // Grown row by row: a count that lies cannot ask for memory the input does not fill.
  const std::size_t count = reader.getCount(kSmallestRow);
  for (std::size_t row = 0; row < count && !reader.failed(); ++row) {
    get(reader, rows.emplace_back());
  }
}

void put(ByteWriter& writer, const Snapshot& tables) {
  putRows(writer, tables.adapters);
  putRows(writer, tables.ipInterfaces);
  putRows(writer, tables.unicastAddresses);
  putRows(writer, tables.routes);
  putRows(writer, tables.dnsServers);
}

void get(ByteReader& reader, Snapshot& tables) {
  getRows(reader, tables.adapters);
  getRows(reader, tables.ipInterfaces);
  getRows(reader, tables.unicastAddresses);
  getRows(reader, tables.routes);
  getRows(reader, tables.dnsServers);
}

}  // namespace

std::vector<std::uint8_t> encodeNetwork(const SimulatedNetwork& network) {
  ByteWriter writer;
  writer.put(network.size);
  put(writer, network.faults);
  putRows(writer, network.routers);
  put(writer, network.present);
  put(writer, network.vanished);
  return writer.take();
}

std::optional<SimulatedNetwork> decodeNetwork(std::span<const std::uint8_t> bytes) {
  ByteReader reader(bytes);
  SimulatedNetwork network;
  network.size = reader.get<std::uint32_t>();
  get(reader, network.faults);
  getRows(reader, network.routers);
  get(reader, network.present);
  get(reader, network.vanished);
  if (!reader.isComplete() || !isConsistent(network)) return std::nullopt;
  return network;
}

std::vector<std::uint8_t> encodeChangedParts(const ChangedParts& parts) {
  ByteWriter writer;
  putRows(writer, parts.rows);
  writer.put(static_cast<std::uint8_t>(parts.faults.has_value()));
  if (parts.faults) put(writer, *parts.faults);
  return writer.take();
}

std::optional<ChangedParts> decodeChangedParts(std::span<const std::uint8_t> bytes) {
  ByteReader reader(bytes);
  ChangedParts parts;
  getRows(reader, parts.rows);
  if (reader.getFlag()) get(reader, parts.faults.emplace());
  const bool areRowsConsistent =
      std::all_of(parts.rows.begin(), parts.rows.end(),
                  [](const IpInterface& row) { return isConsistent(row); });
  if (!reader.isComplete() || !areRowsConsistent) return std::nullopt;
  return parts;
}

}  // namespace interface_panel::simulated
