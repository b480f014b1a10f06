// SPDX-License-Identifier: MIT
#include "transaction/plan.h"

#include <algorithm>

#include "stack/table_refusal.h"

namespace interface_panel {
namespace {

constexpr std::uint8_t kLastKind = static_cast<std::uint8_t>(OperationKind::restore);

/// Why the shape of an OPERATION frame contradicts the plan, or Refusal::none.
Refusal refusalByShape(const OperationMessage& message, std::size_t due) {
  if (message.index != due || message.kind > kLastKind) return Refusal::malformedPlan;
  const bool isRestore = message.kind == static_cast<std::uint8_t>(OperationKind::restore);
  const bool hasBefore = message.beforeBytes != 0;
  if (isRestore != hasBefore || (!isRestore && message.afterBytes != 0)) {
    return Refusal::malformedPlan;
  }
  const bool fits =
      message.beforeBytes <= kMaxFootprintBytes && message.afterBytes <= kMaxFootprintBytes;
  return fits ? Refusal::none : Refusal::footprintTooLarge;
}

/// The operation of a frame; field and family may be numbers that the table does not know.
PlannedOperation plannedOperation(const OperationMessage& message) {
  PlannedOperation planned;
  planned.kind = static_cast<OperationKind>(message.kind);
  planned.operation.key.luid = message.luid;
  planned.operation.key.family = static_cast<Family>(message.family);
  planned.operation.field = static_cast<Field>(message.field);
  planned.operation.expected = message.expected;
  planned.operation.value = message.value;
  return planned;
}

/// Why the shape of a LASTING frame contradicts the plan, or Refusal::none.
Refusal refusalByShape(const LastingMessage& message, std::size_t due) {
  const LastingChange& change = message.change;
  const bool says = change.expected.has_value() || change.value.has_value();
  const bool namesAdapter = change.luid != 0;
  const bool fits = message.index == due && says && namesAdapter == change.value.has_value();
  return fits ? Refusal::none : Refusal::malformedPlan;
}

Refusal refusalByTable(const LastingChange& change) {
  const Operation operation{
      {change.luid, change.family}, change.field, 0, change.value.value_or(0)};
  return change.value ? tableRefusal(operation) : tableRefusal(change.field, change.family);
}

}  // namespace

Operation interruptedOperation(const PlannedOperation& planned) {
  Operation interrupted = planned.operation;
  std::swap(interrupted.expected, interrupted.value);
  return interrupted;
}

Refusal refusalByTable(const PlannedOperation& planned) {
  const Operation& operation = planned.operation;
  // What was there before an interrupted transaction may lie outside the range that may be asked
  // for.
  return planned.kind == OperationKind::restore
             ? tableRefusal(operation.field, operation.key.family)
             : tableRefusal(operation);
}

PlanAssembler::Progress PlanAssembler::accept(std::span<const std::uint8_t> frame,
                                              const AppMessage& message) {
  hash_.update(frame);
  if (const auto* plan = std::get_if<PlanMessage>(&message)) return begin(*plan);
  if (!hasBegun()) return Progress::unexpected;
  if (const auto* operation = std::get_if<OperationMessage>(&message)) {
    return addOperation(*operation);
  }
  if (const auto* part = std::get_if<FootprintMessage>(&message)) return addFootprintPart(*part);
  if (const auto* lasting = std::get_if<LastingMessage>(&message)) {
    return addLastingChange(*lasting);
  }
  return Progress::unexpected;
}

PlanAssembler::Progress PlanAssembler::begin(const PlanMessage& message) {
  if (hasBegun()) return Progress::unexpected;
  const bool isEmpty = message.operations == 0 && message.lastingChanges == 0;
  if (isEmpty) return refuse(kWholePlan, Refusal::malformedPlan);
  if (message.operations > kMaxOperations) return refuse(kWholePlan, Refusal::tooManyOperations);
  if (message.lastingChanges > kMaxLastingSettings) {
    return refuse(kWholePlan, Refusal::tooManyLasting);
  }
  if (message.deadlineSeconds == 0 || message.deadlineSeconds > kMaxDeadlineSeconds) {
    return refuse(kWholePlan, Refusal::deadlineOutOfRange);
  }
  announcedOperations_ = message.operations;
  announcedLasting_ = message.lastingChanges;
  plan_.deadlineSeconds = message.deadlineSeconds;
  plan_.account = message.account;
  return Progress::more;
}

PlanAssembler::Progress PlanAssembler::addOperation(const OperationMessage& message) {
  const auto index = static_cast<std::uint16_t>(plan_.operations.size());
  if (footprintDue()) return refuse(lastIndex(), Refusal::malformedFootprint);
  if (hasAllOperations()) return refuse(kWholePlan, Refusal::malformedPlan);
  const Refusal shape = refusalByShape(message, index);
  if (shape != Refusal::none) return refuse(index, shape);

  plan_.operations.push_back(plannedOperation(message));
  const Refusal table = refusalByTable(plan_.operations.back());
  announcedBefore_ = message.beforeBytes;
  announcedAfter_ = message.afterBytes;
  if (table != Refusal::none) {
    refusals_.push_back({index, table});
  } else if (!seen_.emplace(plan_.operations.back().operation.key, message.field).second) {
    refusals_.push_back({index, Refusal::duplicateOperation});
  }
  return proceed();
}

PlanAssembler::Progress PlanAssembler::addFootprintPart(const FootprintMessage& message) {
  const auto due = footprintDue();
  const bool fits =
      due && message.operation == lastIndex() && message.which == due->which &&
      message.offset == due->received.size() && message.total == due->total &&
      message.length == std::min(kFootprintPartBytes, due->total - due->received.size());
  if (!fits) return refuse(lastIndex(), Refusal::malformedFootprint);
  due->received.insert(due->received.end(), message.bytes.begin(),
                       message.bytes.begin() + message.length);
  return proceed();
}

PlanAssembler::Progress PlanAssembler::addLastingChange(const LastingMessage& message) {
  if (footprintDue()) return refuse(lastIndex(), Refusal::malformedFootprint);
  if (!hasAllOperations()) return refuse(kWholePlan, Refusal::malformedPlan);
  const LastingChange& change = message.change;
  Refusal refusal = refusalByShape(message, plan_.lastingChanges.size());
  if (refusal == Refusal::none) refusal = refusalByTable(change);
  if (refusal != Refusal::none) return refuse(kWholePlan, refusal);
  if (!seenLasting_.emplace(change.id, change.luid, change.family, change.field).second) {
    return refuse(kWholePlan, Refusal::duplicateOperation);
  }
  plan_.lastingChanges.push_back(change);
  return proceed();
}

PlanAssembler::Progress PlanAssembler::proceed() {
  if (!hasAllOperations() || plan_.lastingChanges.size() < announcedLasting_) return Progress::more;
  if (hash_.finish() != expectedHash_) return refuse(kWholePlan, Refusal::hashMismatch);
  return refusals_.empty() ? Progress::complete : Progress::refused;
}

PlanAssembler::Progress PlanAssembler::refuse(std::uint16_t operation, Refusal refusal) {
  // A plan refused as a whole, or not the one consented to, is worth no word about its operations.
  refusals_.assign(1, {operation, refusal});
  return Progress::refused;
}

bool PlanAssembler::hasAllOperations() {
  return plan_.operations.size() == announcedOperations_ && !footprintDue();
}

std::uint16_t PlanAssembler::lastIndex() const {
  return plan_.operations.empty() ? kWholePlan
                                  : static_cast<std::uint16_t>(plan_.operations.size() - 1);
}

std::optional<PlanAssembler::FootprintDue> PlanAssembler::footprintDue() {
  if (plan_.operations.empty()) return std::nullopt;
  PlannedOperation& last = plan_.operations.back();
  if (last.before.size() < announcedBefore_) {
    return FootprintDue{FootprintWhich::before, last.before, announcedBefore_};
  }
  if (last.after.size() < announcedAfter_) {
    return FootprintDue{FootprintWhich::after, last.after, announcedAfter_};
  }
  return std::nullopt;
}

}  // namespace interface_panel
