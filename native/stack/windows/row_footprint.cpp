// SPDX-License-Identifier: MIT
#include "stack/windows/row_footprint.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace interface_panel {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kOperationBytes = 2 + sizeof(Family) + sizeof(IpInterfaceKey::luid);
constexpr std::size_t kHeaderBytes = kOperationBytes + std::tuple_size_v<AdapterGuid>;
constexpr std::size_t kValueBytes = sizeof(std::int64_t);
constexpr std::size_t kMemberBytes = 1 + kValueBytes;

/// Largest enumerator of NL_ROUTER_DISCOVERY_BEHAVIOR and NL_LINK_LOCAL_ADDRESS_BEHAVIOR (nldef.h).
constexpr std::int64_t kLastEnumerator = 2;

void append(Footprint& bytes, std::uint64_t bits, std::size_t count) {
  for (std::size_t index = 0; index < count; ++index) {
    bytes.push_back(static_cast<std::uint8_t>(bits >> (8 * index)));
  }
}

/// The bytes in front of the GUID: a footprint belongs to the operations of one field and key.
Footprint operationBytes(const Operation& operation) {
  Footprint bytes;
  bytes.reserve(kHeaderBytes);
  bytes.push_back(kVersion);
  bytes.push_back(static_cast<std::uint8_t>(operation.field));
  append(bytes, static_cast<std::uint64_t>(operation.key.family), sizeof(Family));
  append(bytes, operation.key.luid, sizeof(operation.key.luid));
  return bytes;
}

std::int64_t valueAt(const Footprint& bytes, std::size_t offset) {
  std::uint64_t bits = 0;
  for (std::size_t index = 0; index < kValueBytes; ++index) {
    bits |= static_cast<std::uint64_t>(bytes[offset + index]) << (8 * index);
  }
  return static_cast<std::int64_t>(bits);
}

/// What the member can hold, wider than what a plan may ask for: it was there before.
bool canHold(Field field, std::int64_t value) {
  switch (fieldInfo(field).type) {
    case FieldType::boolean:
      return value == 0 || value == 1;
    case FieldType::enumeration:
      return value >= 0 && value <= kLastEnumerator;
    default:
      return value >= 0 && value <= std::numeric_limits<std::uint32_t>::max();
  }
}

/// True when exactly those members are marked as computed that can be, given the others.
bool hasRightMarks(const RowFootprint& footprint, Field changed) {
  bool automatic = false;
  std::optional<bool> advertised;
  for (const RowFootprint::Member& member : footprint.members) {
    const bool computed = member.value == RowFootprint::kComputed;
    if (member.field == Field::Metric) {
      if (computed != automatic) return false;
    } else if (isAddressFlag(member.field) && member.field != changed) {
      if (advertised.value_or(computed) != computed) return false;
      advertised = computed;
    } else if (computed) {
      return false;
    }
    if (member.field == Field::UseAutomaticMetric) automatic = member.value == 1;
  }
  return true;
}

}  // namespace

bool isAddressFlag(Field field) {
  return field == Field::ManagedAddressConfigurationSupported ||
         field == Field::OtherStatefulConfigurationSupported;
}

std::vector<Field> alteredFields(Field field, Family family) {
  switch (field) {
    case Field::UseAutomaticMetric:
    case Field::Metric:
      return {Field::UseAutomaticMetric, Field::Metric};
    case Field::AdvertisingEnabled:
      if (family == Family::ipv4) return {field};
      return {field, Field::ManagedAddressConfigurationSupported,
              Field::OtherStatefulConfigurationSupported};
    case Field::RouterDiscoveryBehavior:
      if (family == Family::ipv4) return {field};
      return {Field::ManagedAddressConfigurationSupported,
              Field::OtherStatefulConfigurationSupported, field};
    default:
      return {field};
  }
}

Footprint encode(const RowFootprint& footprint, const Operation& operation) {
  Footprint bytes = operationBytes(operation);
  bytes.insert(bytes.end(), footprint.adapter.begin(), footprint.adapter.end());
  for (const RowFootprint::Member& member : footprint.members) {
    bytes.push_back(static_cast<std::uint8_t>(member.field));
    append(bytes, static_cast<std::uint64_t>(member.value), kValueBytes);
  }
  return bytes;
}

std::optional<RowFootprint> decode(const Footprint& bytes, const Operation& operation) {
  const std::vector<Field> fields = alteredFields(operation.field, operation.key.family);
  if (bytes.size() != kHeaderBytes + fields.size() * kMemberBytes) return std::nullopt;
  const Footprint own = operationBytes(operation);
  if (!std::equal(own.begin(), own.end(), bytes.begin())) return std::nullopt;

  RowFootprint footprint;
  std::copy_n(bytes.begin() + kOperationBytes, footprint.adapter.size(), footprint.adapter.begin());
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const std::size_t offset = kHeaderBytes + index * kMemberBytes;
    const std::int64_t value = valueAt(bytes, offset + 1);
    if (bytes[offset] != static_cast<std::uint8_t>(fields[index])) return std::nullopt;
    if (value != RowFootprint::kComputed && !canHold(fields[index], value)) return std::nullopt;
    footprint.members.push_back({fields[index], value});
  }
  if (!hasRightMarks(footprint, operation.field)) return std::nullopt;
  return footprint;
}

}  // namespace interface_panel
