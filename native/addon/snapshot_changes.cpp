// SPDX-License-Identifier: MIT
#include "addon/snapshot_changes.h"

#include "addon/snapshot_json.h"

namespace interface_panel {

Result<std::string> SnapshotChanges::read(IpStack& stack) {
  const Result<SnapshotDiff> diff = stack.update(told_);
  if (!diff) return diff.error();
  return diffJson(diff.value(), told_);
}

}  // namespace interface_panel
