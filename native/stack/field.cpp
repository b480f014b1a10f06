// SPDX-License-Identifier: MIT
#include "stack/field.h"

#include <limits>

namespace interface_panel {
namespace {

constexpr FieldRange kFlag{0, 1};
constexpr FieldRange kEnumeration{0, 2};
constexpr FieldRange kAnyUlong{0, std::numeric_limits<std::uint32_t>::max()};
constexpr FieldRange kPrefixLength{0, 128};
/// NL_MAX_METRIC_COMPONENT (nldef.h).
constexpr FieldRange kMetric{0, std::numeric_limits<std::int32_t>::max()};
/// Smallest MTU each protocol allows (RFC 791's reassembly size, RFC 8200 section 5).
constexpr FieldRange kIpv4Mtu{576, std::numeric_limits<std::uint32_t>::max()};
constexpr FieldRange kIpv6Mtu{1280, std::numeric_limits<std::uint32_t>::max()};

constexpr FieldInfo key(Field field, std::string_view name, FieldType type) {
  return {field, name, type, FieldAccess::key, std::nullopt, std::nullopt};
}

constexpr FieldInfo reserved(Field field, std::string_view name, FieldType type) {
  return {field, name, type, FieldAccess::reserved, std::nullopt, std::nullopt};
}

constexpr FieldInfo status(Field field, std::string_view name, FieldType type) {
  return {field, name, type, FieldAccess::status, std::nullopt, std::nullopt};
}

constexpr FieldInfo settable(Field field, std::string_view name, FieldType type,
                             std::optional<FieldRange> ipv4, std::optional<FieldRange> ipv6) {
  return {field, name, type, FieldAccess::settable, ipv4, ipv6};
}

constexpr FieldInfo flag(Field field, std::string_view name) {
  return settable(field, name, FieldType::boolean, kFlag, kFlag);
}

constexpr FieldInfo count(Field field, std::string_view name) {
  return settable(field, name, FieldType::ulong, kAnyUlong, kAnyUlong);
}

// Access and ranges: SetIpInterfaceEntry and MIB_IPINTERFACE_ROW (netioapi.h), Set-NetIPInterface.
constexpr std::array<FieldInfo, kFieldCount> kFields = {
    key(Field::Family, "Family", FieldType::addressFamily),
    key(Field::InterfaceLuid, "InterfaceLuid", FieldType::luid),
    key(Field::InterfaceIndex, "InterfaceIndex", FieldType::ulong),
    reserved(Field::MaxReassemblySize, "MaxReassemblySize", FieldType::ulong),
    reserved(Field::InterfaceIdentifier, "InterfaceIdentifier", FieldType::ulong64),
    status(Field::MinRouterAdvertisementInterval, "MinRouterAdvertisementInterval",
           FieldType::ulong),
    status(Field::MaxRouterAdvertisementInterval, "MaxRouterAdvertisementInterval",
           FieldType::ulong),
    flag(Field::AdvertisingEnabled, "AdvertisingEnabled"),
    flag(Field::ForwardingEnabled, "ForwardingEnabled"),
    flag(Field::WeakHostSend, "WeakHostSend"),
    flag(Field::WeakHostReceive, "WeakHostReceive"),
    flag(Field::UseAutomaticMetric, "UseAutomaticMetric"),
    flag(Field::UseNeighborUnreachabilityDetection, "UseNeighborUnreachabilityDetection"),
    flag(Field::ManagedAddressConfigurationSupported, "ManagedAddressConfigurationSupported"),
    flag(Field::OtherStatefulConfigurationSupported, "OtherStatefulConfigurationSupported"),
    settable(Field::AdvertiseDefaultRoute, "AdvertiseDefaultRoute", FieldType::boolean,
             std::nullopt, kFlag),
    settable(Field::RouterDiscoveryBehavior, "RouterDiscoveryBehavior", FieldType::enumeration,
             kEnumeration, kEnumeration),
    count(Field::DadTransmits, "DadTransmits"),
    count(Field::BaseReachableTime, "BaseReachableTime"),
    count(Field::RetransmitTime, "RetransmitTime"),
    count(Field::PathMtuDiscoveryTimeout, "PathMtuDiscoveryTimeout"),
    settable(Field::LinkLocalAddressBehavior, "LinkLocalAddressBehavior", FieldType::enumeration,
             kEnumeration, kEnumeration),
    count(Field::LinkLocalAddressTimeout, "LinkLocalAddressTimeout"),
    status(Field::ZoneIndices, "ZoneIndices", FieldType::ulongArray),
    settable(Field::SitePrefixLength, "SitePrefixLength", FieldType::ulong, std::nullopt,
             kPrefixLength),
    settable(Field::Metric, "Metric", FieldType::ulong, kMetric, kMetric),
    settable(Field::NlMtu, "NlMtu", FieldType::ulong, kIpv4Mtu, kIpv6Mtu),
    status(Field::Connected, "Connected", FieldType::boolean),
    status(Field::SupportsWakeUpPatterns, "SupportsWakeUpPatterns", FieldType::boolean),
    status(Field::SupportsNeighborDiscovery, "SupportsNeighborDiscovery", FieldType::boolean),
    status(Field::SupportsRouterDiscovery, "SupportsRouterDiscovery", FieldType::boolean),
    status(Field::ReachableTime, "ReachableTime", FieldType::ulong),
    status(Field::TransmitOffload, "TransmitOffload", FieldType::offloadBits),
    status(Field::ReceiveOffload, "ReceiveOffload", FieldType::offloadBits),
    flag(Field::DisableDefaultRoutes, "DisableDefaultRoutes"),
};

constexpr bool everyFieldStandsAtItsNumber() {
  for (std::size_t number = 0; number < kFields.size(); ++number) {
    if (static_cast<std::size_t>(kFields[number].field) != number) return false;
  }
  return true;
}
static_assert(everyFieldStandsAtItsNumber());

}  // namespace

const std::array<FieldInfo, kFieldCount>& fieldTable() { return kFields; }

const FieldInfo& fieldInfo(Field field) { return kFields[static_cast<std::size_t>(field)]; }

std::optional<Field> fieldFromNumber(unsigned number) {
  if (number >= kFieldCount) return std::nullopt;
  return static_cast<Field>(number);
}

const std::optional<FieldRange>& settableRange(Field field, Family family) {
  const FieldInfo& info = fieldInfo(field);
  return family == Family::ipv4 ? info.ipv4 : info.ipv6;
}

}  // namespace interface_panel
