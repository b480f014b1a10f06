// SPDX-License-Identifier: MIT
#include "stack/linux/field_change.h"

#include <cerrno>

#include "stack/linux/posix_error.h"

namespace interface_panel {

Result<Restored> WholeChange::takeBack(ChangeTarget& target, Bytes live, Bytes before,
                                       Bytes after) {
  const auto isOld = similar(live, before, target);
  const auto isOurs = similar(live, after, target);
  if (!isOld || !isOurs) return posixError(EINVAL, "footprint");
  if (!*isOurs && !*isOld) return Restored::foreign;
  const auto restored = restore(target, before, after);
  if (!restored) return restored.error();
  return Restored::complete;
}

std::optional<bool> WholeChange::isBack(Bytes live, Bytes before, Bytes,
                                        const ChangeTarget& target) {
  return similar(live, before, target);
}

}  // namespace interface_panel
