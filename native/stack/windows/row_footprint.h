// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stack/adapter_name.h"
#include "stack/operation.h"

namespace interface_panel {

/// The members that a change of one field may alter, with the values they have.
struct RowFootprint {
  /// Stands for a value that the stack computes and changes by itself, so that nobody restores it.
  static constexpr std::int64_t kComputed = -1;

  struct Member {
    Field field;
    std::int64_t value;

    bool operator==(const Member&) const = default;
  };

  /// InterfaceGuid: a LUID can come to name another adapter, a GUID not.
  AdapterGuid adapter{};
  std::vector<Member> members;

  bool operator==(const RowFootprint&) const = default;
};

/// The members that SetIpInterfaceEntry may alter when `field` changes, itself among them, in the
/// order of the structure: UseAutomaticMetric and Metric go together, and where router discovery
/// begins or ends the M and O flags come from routers or no longer do.
std::vector<Field> alteredFields(Field field, Family family);

/// The M and O flags, which routers set once they are heeded.
bool isAddressFlag(Field field);

/// Bytes: version 1, what the operation changes (its field's number, family and LUID), the GUID,
/// and for each member its field's number and its value. Family is 2 bytes, LUID and values are 8,
/// little endian; everything else is 1.
Footprint encode(const RowFootprint& footprint, const Operation& operation);

/// The footprint of this very operation's field and IP interface, or none unless the bytes are
/// exactly what encode makes of one: the members of alteredFields, values their C types can hold,
/// kComputed only for Metric while UseAutomaticMetric is on and for the M and O flags as a side
/// effect.
std::optional<RowFootprint> decode(const Footprint& bytes, const Operation& operation);

}  // namespace interface_panel
