// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stack/field.h"

namespace interface_panel {

/// One step of a plan: change one field of one IP interface from `expected` to `value`.
/// Booleans are 0 and 1, enumerations their platform number (-1, "unchanged", is never a value).
struct Operation {
  IpInterfaceKey key;
  Field field = Field::DisableDefaultRoutes;
  std::int64_t expected = 0;
  std::int64_t value = 0;

  bool operator==(const Operation&) const = default;
};

/// Everything an operation may alter, as raw platform values, in the encoding of the stack that
/// captured it. Opaque to the transaction; the stack decodes it strictly, because a restore after a
/// crash gets it back from a journal that others can write.
using Footprint = std::vector<std::uint8_t>;

/// The most bytes one footprint may have; what needs more is refused.
inline constexpr std::size_t kMaxFootprintBytes = 48 * 1024;

/// Why an operation or a plan is refused before anything is changed. Part of the helper's protocol;
/// electron/contract/refusals.ts holds the same numbers (a test compares them) and the sentences.
enum class Refusal : std::uint16_t {
  none = 0,
  // the plan itself
  malformedPlan = 1,
  hashMismatch = 2,
  tooManyOperations = 3,
  duplicateOperation = 4,
  footprintTooLarge = 5,
  malformedFootprint = 6,
  deadlineOutOfRange = 7,
  // one operation, by the table
  unknownField = 10,
  readOnlyField = 11,
  unknownFamily = 12,
  fieldNotInFamily = 13,
  outOfRange = 14,
  // one operation, by the live stack
  unknownInterface = 20,
  familyNotPresent = 21,
  notAvailable = 22,
  loopbackReadOnly = 23,
  noDefaultRoute = 24,
  multipathDefaultRoute = 25,
  nexthopObjectDefaultRoute = 26,
  defaultRouteInOtherTable = 27,
  mtuBelowIpv6Minimum = 28,
  mtuAboveLinkMtu = 29,
  noForceForwarding = 30,
  oneWay = 31,
  interfaceReplaced = 32,
  cannotRestore = 33,
  gatewayElsewhere = 34,
  sourceLimitedDefaultRoute = 35,
  // lasting changes: the whole plan
  lastingChanged = 36,
  lastingUnavailable = 37,
  tooManyLasting = 38,
  lastingValueNotThere = 39,
  // the surroundings
  platformError = 40,
};

/// What became of an operation when it was taken back.
enum class Restored : std::uint8_t {
  /// Everything in the footprint is as before.
  complete = 0,
  /// Another program changed something since; it was left alone.
  foreign = 1,
  /// The interface is gone; nothing could be written.
  gone = 2,
  /// The platform refused to put something back.
  failed = 3,
};

}  // namespace interface_panel
