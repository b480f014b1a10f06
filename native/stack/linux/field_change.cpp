// SPDX-License-Identifier: MIT
#include "stack/linux/field_change.h"

#include <cerrno>

#include "stack/linux/posix_error.h"

namespace interface_panel {

Result<Restored> WholeChange::takeBack(ChangeTarget& target, Bytes live, const Undo& undo) {
  const auto isOld = similar(live, undo.before, target.key());
  const auto isOurs = similar(live, undo.after, target.key());
  if (!isOld || !isOurs) return posixError(EINVAL, "footprint");
  if (!*isOurs && !*isOld) return Restored::foreign;
  return restore(target, undo);
}

bool WholeChange::isBack(Bytes live, const Undo& undo) const {
  return similar(live, undo.before, undo.operation.key).value_or(false);
}

}  // namespace interface_panel
