// SPDX-License-Identifier: MIT
#include "transaction/application.h"

#include "transaction/outcome.h"
#include "transaction/platform_error.h"
#include "transaction/preparation.h"

namespace interface_panel {

bool Application::apply(OperationRecord& record, std::uint16_t index, bool sharesInterface) {
  record.progress = OperationRecord::Progress::unchanged;
  if (record.planned.kind == OperationKind::set) return set(record, index, sharesInterface);
  restore(record, index);
  return true;
}

bool Application::set(OperationRecord& record, std::uint16_t index, bool sharesInterface) {
  if (!refreshFootprint(record, index, sharesInterface)) return false;
  if (const Result<Done> done = stack_.set(record.made); !done) return fail(index, done.error());
  record.progress = OperationRecord::Progress::changed;
  return recordChange(record, index);
}

/// Looks again right before the set, so that what another program changed since is never
/// overwritten.
bool Application::refreshFootprint(OperationRecord& record, std::uint16_t index,
                                   bool sharesInterface) {
  Result<Footprint> found = stack_.capture(record.made);
  if (!found) return fail(index, found.error());
  const auto live = liveValue(stack_, record.made);
  if (!live) return fail(index, live.error());
  const std::int64_t value = live.value().value_or(0);
  if (found.value() == record.before && live.value() == record.made.expected) return true;
  if (sharesInterface && live.value()) {
    return followOwnChange(record, index, std::move(found).value(), value);
  }
  sender_.send(StaleMessage{.operation = index, .live = value});
  return false;
}

bool Application::followOwnChange(OperationRecord& record, std::uint16_t index, Footprint found,
                                  std::int64_t live) {
  if (found.size() > kMaxFootprintBytes) {
    report({.operation = index, .outcome = Outcome::failed}, record.made);
    return false;
  }
  record.made.expected = live;
  if (found == record.before) return true;
  record.before = std::move(found);
  sender_.sendFootprint(index, FootprintWhich::before, record.before);
  return true;
}

/// Without a footprint after, a restart of the app could not take the operation back: then it is as
/// good as failed.
bool Application::recordChange(OperationRecord& record, std::uint16_t index) {
  Result<Footprint> after = stack_.capture(record.made);
  if (!after) return fail(index, after.error());
  record.after = std::move(after).value();
  const bool fits = record.after->size() <= kMaxFootprintBytes;
  report({.operation = index, .outcome = fits ? Outcome::applied : Outcome::failed}, record.made);
  if (fits) sender_.sendFootprint(index, FootprintWhich::after, *record.after);
  return fits;
}

void Application::restore(OperationRecord& record, std::uint16_t index) {
  Result<Footprint> found = stack_.capture(record.made);
  if (!found) {
    sender_.send(outcomeOfError(index, found.error()));
    return;
  }
  if (found.value() != record.before && found->size() <= kMaxFootprintBytes) {
    sender_.sendFootprint(index, FootprintWhich::before, found.value());
  }
  record.before = std::move(found).value();
  OutcomeMessage outcome = restoreFromJournal(record, record.before);
  outcome.operation = index;
  recordRestored(record, outcome);
}

OutcomeMessage Application::restoreFromJournal(OperationRecord& record, const Footprint& found) {
  const PlannedOperation& planned = record.planned;
  if (found == planned.before) return {.outcome = Outcome::restored};
  Footprint after = planned.after;
  if (after.empty()) {
    // The journal lacks it. The live value has to say whether the change was made and still stands.
    const auto live = liveValue(stack_, record.made);
    if (!live) return outcomeOfError(0, live.error());
    if (live.value() != planned.operation.expected) return {.outcome = Outcome::foreign};
    after = found;
  }
  // The stack takes back the operation of the interrupted transaction, which led the other way.
  Operation interrupted = planned.operation;
  std::swap(interrupted.expected, interrupted.value);
  const Result<Restored> restored = stack_.restore(interrupted, planned.before, after);
  if (!restored) return outcomeOfError(0, restored.error());
  return {.outcome = outcomeOfRestore(restored.value())};
}

/// What the stack altered, even half way, must itself be ready to be taken back.
void Application::recordRestored(OperationRecord& record, OutcomeMessage outcome) {
  Result<Footprint> after = stack_.capture(record.made);
  if (!after) {
    if (outcome.outcome == Outcome::restored) record.progress = OperationRecord::Progress::changed;
    sender_.send(outcome);
    return;
  }
  const bool changed = after.value() != record.before;
  if (changed) record.progress = OperationRecord::Progress::changed;
  record.after = std::move(after).value();
  report(outcome, record.made);
  if (changed && record.after->size() <= kMaxFootprintBytes) {
    sender_.sendFootprint(outcome.operation, FootprintWhich::after, *record.after);
  }
}

bool Application::fail(std::uint16_t index, const Error& error) {
  sender_.send(OutcomeMessage{
      .operation = index, .outcome = Outcome::failed, .platform = platformCode(error)});
  return false;
}

void Application::report(OutcomeMessage outcome, const Operation& operation) {
  addLiveValue(outcome, stack_, operation);
  sender_.send(outcome);
}

}  // namespace interface_panel
