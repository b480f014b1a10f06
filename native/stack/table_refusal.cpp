// SPDX-License-Identifier: MIT
#include "stack/table_refusal.h"

namespace interface_panel {

Refusal tableRefusal(Field field, Family family) {
  if (!fieldFromNumber(static_cast<unsigned>(field))) return Refusal::unknownField;
  if (family != Family::ipv4 && family != Family::ipv6) return Refusal::unknownFamily;
  if (fieldInfo(field).access != FieldAccess::settable) return Refusal::readOnlyField;
  return settableRange(field, family) ? Refusal::none : Refusal::fieldNotInFamily;
}

Refusal tableRefusal(const Operation& operation) {
  const Refusal refusal = tableRefusal(operation.field, operation.key.family);
  if (refusal != Refusal::none) return refusal;
  const FieldRange& range = *settableRange(operation.field, operation.key.family);
  const bool isInRange = operation.value >= range.min && operation.value <= range.max;
  return isInRange ? Refusal::none : Refusal::outOfRange;
}

}  // namespace interface_panel
