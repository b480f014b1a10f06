// SPDX-License-Identifier: MIT
#include "transaction/preparation.h"

#include "transaction/platform_error.h"

namespace interface_panel {
namespace {

OperationRefused refusedBy(const Error& error) { return {refusalFor(error), platformCode(error)}; }

Preparation captureInto(SettableIpStack& stack, OperationRecord& record) {
  Result<Footprint> footprint = stack.capture(record.made);
  if (!footprint) return refusedBy(footprint.error());
  if (footprint->size() > kMaxFootprintBytes)
    return OperationRefused{Refusal::footprintTooLarge, {}};
  // Without a footprint there would be nothing to take it back with.
  if (footprint->empty()) return OperationRefused{Refusal::cannotRestore, {}};
  record.before = std::move(footprint).value();
  return OperationPrepared{};
}

Preparation prepareSet(SettableIpStack& stack, OperationRecord& record) {
  const Result<Refusal> refusal = stack.check(record.made);
  if (!refusal) return refusedBy(refusal.error());
  if (refusal.value() != Refusal::none) return OperationRefused{refusal.value(), {}};

  const auto live = stack.value(record.made);
  if (!live) return refusedBy(live.error());
  if (!live.value()) return OperationRefused{Refusal::notAvailable, {}};
  if (*live.value() != record.made.expected) return OperationStale{*live.value()};
  return captureInto(stack, record);
}

Preparation prepareRestore(SettableIpStack& stack, OperationRecord& record) {
  const PlannedOperation& planned = record.planned;
  const Result<Refusal> refusal =
      stack.checkRestore(interruptedOperation(planned), planned.before, planned.after);
  if (!refusal) return refusedBy(refusal.error());
  if (refusal.value() != Refusal::none) return OperationRefused{refusal.value(), {}};

  const auto live = stack.value(record.made);
  if (!live && saysGone(live.error())) return OperationPrepared{};
  if (!live) return refusedBy(live.error());
  return captureInto(stack, record);
}

}  // namespace

Preparation prepareOperation(SettableIpStack& stack, OperationRecord& record) {
  return record.planned.kind == OperationKind::set ? prepareSet(stack, record)
                                                   : prepareRestore(stack, record);
}

}  // namespace interface_panel
