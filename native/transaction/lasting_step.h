// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lasting/lasting_changes.h"
#include "lasting/lasting_place.h"
#include "stack/ip_stack.h"
#include "transaction/frame.h"
#include "transaction/operation_record.h"

namespace interface_panel {

/// The part of a transaction that outlasts it: the lasting changes of its plan, checked before it
/// is prepared and written once it is confirmed.
class LastingStep {
 public:
  /// `place` may be null: nothing lasts here. `wallClock`: milliseconds since 1970.
  LastingStep(SettableIpStack& stack, SettableLastingPlace* place,
              std::function<std::int64_t()> wallClock);

  void begin(std::vector<LastingChange> changes, std::string account);

  /// Nothing, or why the plan must not be carried out. Changes nothing.
  Refusal check(const std::vector<OperationRecord>& records);

  /// Writes what is to last, durably, and tells what came of it. Others may have written since
  /// check(): administrators, and helpers of other network namespaces, which have locks of their
  /// own. What they wrote stays, and the changes are made to it or not at all.
  ConfirmedMessage write();

 private:
  Refusal readSettings();
  [[nodiscard]] std::int64_t madeAt() const;
  Refusal checkValues(const std::vector<OperationRecord>& records);
  [[nodiscard]] bool isThere(const LastingChange& change,
                             const std::vector<OperationRecord>& records);

  SettableIpStack& stack_;
  SettableLastingPlace* place_;
  std::function<std::int64_t()> wallClock_;
  std::vector<LastingChange> changes_;
  std::string account_;
  /// As they were read last.
  LastingSettings settings_;
  bool isDamaged_ = false;
  std::vector<NamedAdapter> adapters_;
};

}  // namespace interface_panel
