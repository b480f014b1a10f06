// SPDX-License-Identifier: MIT
#include "stack/windows/ip_interface_writer.h"

#include "stack/windows/call_error.h"
#include "stack/windows/field_refusal.h"
#include "stack/windows/row_conversion.h"
#include "stack/windows/row_member.h"

namespace interface_panel {
namespace {

constexpr ULONG kLongestIpv6Prefix = 128;

/// Get reports 64 on IPv4, where Set takes nothing but 0, and values up to 255, the mark for an
/// illegal length, on IPv6. Source: SetIpInterfaceEntry, Remarks.
void repairSitePrefixLength(MIB_IPINTERFACE_ROW& row) {
  if (row.Family == AF_INET) {
    row.SitePrefixLength = 0;
  } else if (row.SitePrefixLength > kLongestIpv6Prefix) {
    row.SitePrefixLength = kLongestIpv6Prefix;
  }
}

bool isComputed(const MIB_IPINTERFACE_ROW& row, Field member, Field changed) {
  switch (member) {
    case Field::Metric:
      return row.UseAutomaticMetric != FALSE;
    case Field::ManagedAddressConfigurationSupported:
    case Field::OtherStatefulConfigurationSupported:
      return member != changed && areAddressFlagsAdvertised(ipInterfaceFromRow(row));
    default:
      return false;
  }
}

}  // namespace

Result<MIB_IPINTERFACE_ROW> IpInterfaceWriter::read(const IpInterfaceKey& key) const {
  MIB_IPINTERFACE_ROW blank{};
  api_.initializeIpInterfaceEntry(&blank);
  return reader_.ipInterfaceRow(key, blank);
}

Result<Done> IpInterfaceWriter::write(MIB_IPINTERFACE_ROW row) const {
  repairSitePrefixLength(row);
  const DWORD code = api_.setIpInterfaceEntry(&row);
  if (code != NO_ERROR) return callError(code, "SetIpInterfaceEntry");
  return Done{};
}

std::optional<RowFootprint> footprintOf(const MIB_IPINTERFACE_ROW& row, Field field,
                                        const AdapterGuid& adapter) {
  RowFootprint footprint{adapter, {}};
  for (const Field member : alteredFields(field, static_cast<Family>(row.Family))) {
    const std::optional<std::int64_t> value = fieldValue(row, member);
    if (!value) return std::nullopt;
    const bool computed = isComputed(row, member, field);
    footprint.members.push_back({member, computed ? RowFootprint::kComputed : *value});
  }
  return footprint;
}

void putMembers(MIB_IPINTERFACE_ROW& row, const RowFootprint& footprint) {
  for (const RowFootprint::Member& member : footprint.members) {
    if (member.value != RowFootprint::kComputed) writeMember(row, member.field, member.value);
  }
}

void putValue(MIB_IPINTERFACE_ROW& row, const Operation& operation) {
  writeMember(row, operation.field, operation.value);
  if (operation.field == Field::Metric) row.UseAutomaticMetric = FALSE;
}

}  // namespace interface_panel
