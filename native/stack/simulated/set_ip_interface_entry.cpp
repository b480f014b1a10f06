// SPDX-License-Identifier: MIT
#include <limits>

#include "stack/simulated/automatic_metric.h"
#include "stack/simulated/ip_interface_entry.h"
#include "stack/win32_error.h"
#include "stack/windows/field_refusal.h"

namespace interface_panel::simulated {
namespace {

/// All bits of the member set, as InitializeIpInterfaceEntry leaves it.
bool isUnchanged(FieldType type, std::int64_t value) {
  switch (type) {
    case FieldType::boolean:
      return value == std::numeric_limits<std::uint8_t>::max();
    case FieldType::enumeration:
      return value == -1;
    default:
      return value == std::numeric_limits<std::uint32_t>::max();
  }
}

/// Copies the settable members over. False when one holds a value outside its range.
bool takeMembers(const IpInterface& from, IpInterface& to) {
  for (const FieldInfo& info : fieldTable()) {
    const std::optional<FieldRange>& range = settableRange(info.field, to.key.family);
    const std::int64_t value = from.value(info.field).value_or(0);
    if (!range || isUnchanged(info.type, value)) continue;
    if (value < range->min || value > range->max) return false;
    to.value(info.field) = value;
  }
  return true;
}

bool isAllowed(const IpInterface& request, const IpInterface& live, const IpInterface& next,
               const Adapter& adapter) {
  constexpr Field kNud = Field::UseNeighborUnreachabilityDetection;
  const bool turnsNudOff = live.value(kNud) == 1 && next.value(kNud) == 0;
  const bool hasSitePrefix =
      live.key.family == Family::ipv4 && request.value(Field::SitePrefixLength) != 0;
  const bool isAboveLink = next.value(Field::NlMtu) != live.value(Field::NlMtu) &&
                           next.value(Field::NlMtu) > std::int64_t{adapter.mtu};
  return !turnsNudOff && !hasSitePrefix && !isAboveLink;
}

/// What the stack decides whatever the caller asked for.
void putOwnMembers(const SimulatedNetwork& network, const Adapter& adapter, const IpInterface& live,
                   IpInterface& next) {
  constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
  constexpr Field kOther = Field::OtherStatefulConfigurationSupported;
  if (next.value(Field::UseAutomaticMetric) == 1) {
    next.value(Field::Metric) = automaticMetric(adapter);
  }
  if (!areAddressFlagsAdvertised(next)) return;
  const std::optional<RouterFlags> flags = routerFlags(network, adapter.luid);
  next.value(kManaged) = flags ? std::int64_t{flags->managed} : live.value(kManaged);
  next.value(kOther) = flags ? std::int64_t{flags->other} : live.value(kOther);
}

}  // namespace

int setIpInterfaceEntry(SimulatedNetwork& network, IpInterface& row) {
  IpInterface named = row;
  if (const int code = getIpInterfaceEntry(network, named); code != kNoError) return code;
  IpInterface& live = *findIpInterface(network.present, named.key);
  const Adapter& adapter = *findAdapter(network.present, named.key.luid);
  if (adapter.type == kLoopbackType) return win32::kNotSupported;

  IpInterface next = live;
  if (!takeMembers(row, next) || !isAllowed(row, live, next, adapter)) {
    return win32::kInvalidParameter;
  }
  putOwnMembers(network, adapter, live, next);
  live = next;
  row.key.luid = live.key.luid;
  return kNoError;
}

}  // namespace interface_panel::simulated
