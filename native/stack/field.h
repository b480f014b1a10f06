// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "stack/ip_interface_key.h"

namespace interface_panel {

/// The members of MIB_IPINTERFACE_ROW in the order of the structure. The numbers are part of the
/// helper's protocol. Source: MIB_IPINTERFACE_ROW (netioapi.h).
enum class Field : std::uint8_t {
  Family,
  InterfaceLuid,
  InterfaceIndex,
  MaxReassemblySize,
  InterfaceIdentifier,
  MinRouterAdvertisementInterval,
  MaxRouterAdvertisementInterval,
  AdvertisingEnabled,
  ForwardingEnabled,
  WeakHostSend,
  WeakHostReceive,
  UseAutomaticMetric,
  UseNeighborUnreachabilityDetection,
  ManagedAddressConfigurationSupported,
  OtherStatefulConfigurationSupported,
  AdvertiseDefaultRoute,
  RouterDiscoveryBehavior,
  DadTransmits,
  BaseReachableTime,
  RetransmitTime,
  PathMtuDiscoveryTimeout,
  LinkLocalAddressBehavior,
  LinkLocalAddressTimeout,
  ZoneIndices,
  SitePrefixLength,
  Metric,
  NlMtu,
  Connected,
  SupportsWakeUpPatterns,
  SupportsNeighborDiscovery,
  SupportsRouterDiscovery,
  ReachableTime,
  TransmitOffload,
  ReceiveOffload,
  DisableDefaultRoutes,
};

inline constexpr std::size_t kFieldCount = 35;

/// Settable: SetIpInterfaceEntry takes it. Status: the stack owns it, Set ignores it.
/// Key: names the IP interface. Reserved: handed back as it was read.
enum class FieldAccess : std::uint8_t { key, settable, status, reserved };

/// The C type of the member, which bounds what a plan may ask for.
enum class FieldType : std::uint8_t {
  addressFamily,
  luid,
  ulong,
  ulong64,
  boolean,
  enumeration,
  ulongArray,
  offloadBits
};

/// Inclusive bounds of a settable field for one family, in the member's own unit.
struct FieldRange {
  std::int64_t min = 0;
  std::int64_t max = 0;
};

/// One line of the table: what the helper knows of a member. It is the helper's allow list, and a
/// test proves it equal to electron/contract/fields.ts.
struct FieldInfo {
  Field field;
  std::string_view name;
  FieldType type;
  FieldAccess access;
  /// No value where the field means nothing for that family, or cannot be set.
  std::optional<FieldRange> ipv4;
  std::optional<FieldRange> ipv6;
};

/// All members in the order of the structure.
const std::array<FieldInfo, kFieldCount>& fieldTable();

/// The line of one member.
const FieldInfo& fieldInfo(Field field);

/// The member with this protocol number, or none.
std::optional<Field> fieldFromNumber(unsigned number);

/// The bounds of a settable field for a family; none when it cannot be set there.
const std::optional<FieldRange>& settableRange(Field field, Family family);

}  // namespace interface_panel
