// SPDX-License-Identifier: MIT
#include "stack/windows/field_refusal.h"

#include <limits>

namespace interface_panel {
namespace {

/// All bits of a ULONG set.
constexpr std::int64_t kUnchanged = std::numeric_limits<std::uint32_t>::max();

// NL_ROUTER_DISCOVERY_BEHAVIOR (nldef.h)
constexpr std::int64_t kRouterDiscoveryEnabled = 1;

}  // namespace

bool areAddressFlagsAdvertised(const IpInterface& ipInterface) {
  return ipInterface.key.family == Family::ipv6 &&
         ipInterface.value(Field::RouterDiscoveryBehavior) == kRouterDiscoveryEnabled &&
         ipInterface.value(Field::AdvertisingEnabled) == 0;
}

Refusal fieldRefusal(const IpInterface& ipInterface, std::uint32_t adapterType, Field field) {
  if (adapterType == kSoftwareLoopbackType) return Refusal::loopbackReadOnly;
  if (!ipInterface.value(field)) return Refusal::notAvailable;
  switch (field) {
    // Set takes it from off to on alone, so neither direction can be had and taken back.
    case Field::UseNeighborUnreachabilityDetection:
      return Refusal::oneWay;
    case Field::ManagedAddressConfigurationSupported:
    case Field::OtherStatefulConfigurationSupported:
      return areAddressFlagsAdvertised(ipInterface) ? Refusal::notAvailable : Refusal::none;
    default:
      return Refusal::none;
  }
}

Refusal valueRefusal(Field field, std::int64_t value, std::uint32_t linkMtu) {
  if (field == Field::NlMtu && linkMtu != 0 && value > linkMtu) return Refusal::mtuAboveLinkMtu;
  return value == kUnchanged ? Refusal::outOfRange : Refusal::none;
}

std::vector<FieldRefusal> fieldRefusals(const IpInterface& ipInterface, std::uint32_t adapterType) {
  std::vector<FieldRefusal> refusals;
  for (const FieldInfo& info : fieldTable()) {
    if (!settableRange(info.field, ipInterface.key.family)) continue;
    const Refusal reason = fieldRefusal(ipInterface, adapterType, info.field);
    if (reason != Refusal::none) refusals.push_back({info.field, reason});
  }
  return refusals;
}

}  // namespace interface_panel
