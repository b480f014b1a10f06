// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "stack/operation.h"

namespace interface_panel {

/// A refusal as electron/contract/refusals.ts calls it.
struct RefusalName {
  Refusal refusal;
  std::string_view name;
};

/// Every refusal but `none`, by number.
inline constexpr std::array<RefusalName, 33> kRefusalNames{{
    {Refusal::malformedPlan, "malformedPlan"},
    {Refusal::hashMismatch, "hashMismatch"},
    {Refusal::tooManyOperations, "tooManyOperations"},
    {Refusal::duplicateOperation, "duplicateOperation"},
    {Refusal::footprintTooLarge, "footprintTooLarge"},
    {Refusal::malformedFootprint, "malformedFootprint"},
    {Refusal::deadlineOutOfRange, "deadlineOutOfRange"},
    {Refusal::unknownField, "unknownField"},
    {Refusal::readOnlyField, "readOnlyField"},
    {Refusal::unknownFamily, "unknownFamily"},
    {Refusal::fieldNotInFamily, "fieldNotInFamily"},
    {Refusal::outOfRange, "outOfRange"},
    {Refusal::unknownInterface, "unknownInterface"},
    {Refusal::familyNotPresent, "familyNotPresent"},
    {Refusal::notAvailable, "notAvailable"},
    {Refusal::loopbackReadOnly, "loopbackReadOnly"},
    {Refusal::noDefaultRoute, "noDefaultRoute"},
    {Refusal::multipathDefaultRoute, "multipathDefaultRoute"},
    {Refusal::nexthopObjectDefaultRoute, "nexthopObjectDefaultRoute"},
    {Refusal::defaultRouteInOtherTable, "defaultRouteInOtherTable"},
    {Refusal::mtuBelowIpv6Minimum, "mtuBelowIpv6Minimum"},
    {Refusal::mtuAboveLinkMtu, "mtuAboveLinkMtu"},
    {Refusal::noForceForwarding, "noForceForwarding"},
    {Refusal::oneWay, "oneWay"},
    {Refusal::interfaceReplaced, "interfaceReplaced"},
    {Refusal::cannotRestore, "cannotRestore"},
    {Refusal::gatewayElsewhere, "gatewayElsewhere"},
    {Refusal::sourceLimitedDefaultRoute, "sourceLimitedDefaultRoute"},
    {Refusal::lastingChanged, "lastingChanged"},
    {Refusal::lastingUnavailable, "lastingUnavailable"},
    {Refusal::tooManyLasting, "tooManyLasting"},
    {Refusal::lastingValueNotThere, "lastingValueNotThere"},
    {Refusal::platformError, "platformError"},
}};

/// The name of a refusal; empty for one that has none.
constexpr std::string_view refusalName(Refusal refusal) {
  for (const RefusalName& entry : kRefusalNames) {
    if (entry.refusal == refusal) return entry.name;
  }
  return {};
}

}  // namespace interface_panel
