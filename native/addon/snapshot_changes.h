// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stack/ip_stack.h"
#include "stack/result.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// What somebody who is told the changes of a stack knows of it. Serves one thread at a time.
class SnapshotChanges {
 public:
  /// What differs from the last time, as diffJson; the first time from a stack without any rows.
  /// After an error the next time tells what is missing.
  Result<std::string> read(IpStack& stack);

 private:
  Snapshot told_;
};

}  // namespace interface_panel
