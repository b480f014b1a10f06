// SPDX-License-Identifier: MIT
#include "addon/snapshot_changes.h"

#include <utility>

#include "addon/snapshot_json.h"

namespace interface_panel {

Result<std::string> SnapshotChanges::read(IpStack& stack) {
  Result<Snapshot> read = stack.snapshot();
  if (!read) return read.error();
  std::string json = diffJson(diffSnapshots(told_, read.value()), read.value());
  told_ = std::move(read).value();
  return json;
}

}  // namespace interface_panel
