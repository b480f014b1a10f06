// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "transaction/plan.h"

namespace interface_panel {

/// One operation of the plan at work, with what the helper itself has seen of it.
struct OperationRecord {
  enum class Progress {
    /// Nothing was tried yet.
    untried,
    /// Tried, and nothing of it is left on the stack.
    unchanged,
    /// The stack is changed and can be taken back.
    changed,
  };

  explicit OperationRecord(PlannedOperation plannedOperation)
      : planned(std::move(plannedOperation)), made(planned.operation) {}

  PlannedOperation planned;
  /// The operation as the stack makes it: `expected` follows what an earlier operation of the plan
  /// left behind. Taking back wants the same one.
  Operation made;
  /// Captured here, not the journal's: empty until captured.
  Footprint before;
  /// None while it is not known, though the stack may be changed.
  std::optional<Footprint> after;
  Progress progress = Progress::untried;
};

}  // namespace interface_panel
