// SPDX-License-Identifier: MIT
#include "transaction/application.h"

#include <algorithm>

#include "transaction/outcome.h"
#include "transaction/platform_error.h"
#include "transaction/preparation.h"

namespace interface_panel {
namespace {

/// The numbers of the operations after this one whose footprints it may alter.
std::vector<std::size_t> laterThatMayFollow(std::span<const OperationRecord> records,
                                            std::size_t index) {
  std::vector<std::size_t> later;
  for (std::size_t one = index + 1; one < records.size(); ++one) {
    if (records[one].made.key.luid == records[index].made.key.luid) later.push_back(one);
  }
  return later;
}

}  // namespace

bool Application::apply(std::span<OperationRecord> records, std::size_t index) {
  OperationRecord& record = records[index];
  if (record.planned.kind == OperationKind::set) return set(records, index);
  record.progress = OperationRecord::Progress::unchanged;
  restore(record, static_cast<std::uint16_t>(index));
  return true;
}

bool Application::set(std::span<OperationRecord> records, std::size_t index) {
  OperationRecord& record = records[index];
  const auto number = static_cast<std::uint16_t>(index);
  if (!isUntouched(record, number)) return false;
  const auto later = laterThatMayFollow(records, index);
  if (!forEach(records, later, &Application::isUntouched)) return false;
  // Once a set was tried it counts as changed, whatever it says: taking back looks what is there.
  record.progress = OperationRecord::Progress::changed;
  if (const Result<Done> done = stack_.set(record.made); !done) {
    if (Result<Footprint> half = stack_.capture(record.made); half) record.after = half.value();
    return fail(number, done.error());
  }
  if (!recordChange(record, number)) return false;
  return forEach(records, later, &Application::followOwnChange);
}

bool Application::forEach(std::span<OperationRecord> records,
                          const std::vector<std::size_t>& indexes, Look look) {
  return std::ranges::all_of(indexes, [&](std::size_t index) {
    return (this->*look)(records[index], static_cast<std::uint16_t>(index));
  });
}

/// Looks again right before a set, so that what another program changed since is never overwritten.
bool Application::isUntouched(OperationRecord& record, std::uint16_t index) {
  const Result<bool> unchanged = stack_.isUnchanged(record.made, record.before);
  if (!unchanged) return fail(index, unchanged.error());
  const auto live = stack_.value(record.made);
  if (!live) return fail(index, live.error());
  if (unchanged.value() && live.value() == record.made.expected) return true;
  // What is told of it now is the last word; of one that failed follows that it was not applied.
  record.progress = OperationRecord::Progress::unchanged;
  sender_.send(StaleMessage{.operation = index, .live = live.value().value_or(0)});
  return false;
}

/// Takes what an earlier operation of the plan has left as what is there before this one.
bool Application::followOwnChange(OperationRecord& record, std::uint16_t index) {
  Result<Footprint> found = stack_.capture(record.made);
  if (!found) return fail(index, found.error());
  const auto live = stack_.value(record.made);
  if (!live) return fail(index, live.error());
  if (!live.value() || found->size() > kMaxFootprintBytes) {
    report({.operation = index, .outcome = Outcome::failed}, record.made);
    return false;
  }
  record.made.expected = *live.value();
  if (found.value() == record.before) return true;
  record.before = std::move(found).value();
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
    const auto live = stack_.value(record.made);
    if (!live) return outcomeOfError(0, live.error());
    if (live.value() != planned.operation.expected) return {.outcome = Outcome::foreign};
    after = found;
  }
  const Result<Restored> restored =
      stack_.restoreJournalled(interruptedOperation(planned), planned.before, after);
  if (!restored) return outcomeOfError(0, restored.error());
  return {.outcome = outcomeOfRestore(restored.value())};
}

/// What the stack altered, even half way, must itself be ready to be taken back.
void Application::recordRestored(OperationRecord& record, OutcomeMessage outcome) {
  Result<Footprint> after = stack_.capture(record.made);
  if (!after) {
    record.progress = OperationRecord::Progress::changed;
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
