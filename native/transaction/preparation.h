// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "stack/ip_stack.h"
#include "transaction/operation_record.h"

namespace interface_panel {

/// The operation may be made; the record has its footprint.
struct OperationPrepared {};

/// The operation is not made, for this reason.
struct OperationRefused {
  Refusal refusal = Refusal::none;
  PlatformCode platform = {};
};

/// The live value is no longer what the plan expects.
struct OperationStale {
  std::int64_t live = 0;
};

using Preparation = std::variant<OperationPrepared, OperationRefused, OperationStale>;

/// Asks the live stack whether the operation can be made and captures its footprint. Changes
/// nothing but the record. A restore whose interface is gone is prepared without a footprint.
Preparation prepareOperation(SettableIpStack& stack, OperationRecord& record);

}  // namespace interface_panel
