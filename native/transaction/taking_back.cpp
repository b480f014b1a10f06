// SPDX-License-Identifier: MIT
#include "transaction/taking_back.h"

#include <algorithm>

#include "transaction/outcome.h"
#include "transaction/preparation.h"
#include "transaction/time_limits.h"

namespace interface_panel {

TakingBack::TakingBack(SettableIpStack& stack, MessageSender& sender,
                       std::vector<OperationRecord>& records, std::uint64_t giveUpAt)
    : stack_(stack),
      sender_(sender),
      records_(records),
      giveUpAt_(giveUpAt),
      untried_(records.size()),
      settling_(stack) {}

void TakingBack::step(std::uint64_t now) {
  if (phase_ == Phase::firstPass) return tryNext();
  if (phase_ == Phase::reporting) return reportFirstPass(now);
  wait(now);
}

std::uint64_t TakingBack::nextWakeUp() const {
  if (phase_ != Phase::waiting) return 0;
  if (waiting_.empty()) return settling_.nextWakeUp();
  return std::min(giveUpAt_, std::min(retryAt_, settling_.nextWakeUp()));
}

void TakingBack::tryNext() {
  while (untried_ > 0 && records_[untried_ - 1].progress != OperationRecord::Progress::changed) {
    --untried_;
  }
  if (untried_ == 0) {
    phase_ = Phase::reporting;
    return;
  }
  --untried_;
  OutcomeMessage outcome = mustWait(untried_, waiting_) ? OutcomeMessage{.outcome = Outcome::gone}
                                                        : tryOnce(records_[untried_]);
  outcome.operation = static_cast<std::uint16_t>(untried_);
  const bool mayChange =
      outcome.outcome == Outcome::gone || outcome.outcome == Outcome::restoreFailed;
  if (mayChange) {
    waiting_.push_back({untried_, outcome});
  } else {
    outcomes_.push_back(outcome);
  }
}

/// Telling comes after everything was tried: a peer that does not read must not delay taking back.
void TakingBack::reportFirstPass(std::uint64_t now) {
  for (const OutcomeMessage& outcome : outcomes_) conclude(outcome);
  for (std::size_t index = 0; index < records_.size(); ++index) {
    if (records_[index].progress != OperationRecord::Progress::untried) continue;
    sender_.send(OutcomeMessage{.operation = static_cast<std::uint16_t>(index),
                                .outcome = Outcome::notApplied});
  }
  retryAt_ = now + kRetryInterval;
  retryErrorsUntil_ = now + kSettleLimit;
  settling_.begin(now);
  phase_ = Phase::waiting;
}

void TakingBack::wait(std::uint64_t now) {
  if (!waiting_.empty() && (now >= retryAt_ || now >= giveUpAt_)) retry(now);
  settling_.step(now);
  if (!waiting_.empty() || !settling_.ended()) return;
  complete_ = complete_ && settling_.settled();
  phase_ = Phase::finished;
}

void TakingBack::retry(std::uint64_t now) {
  retryAt_ = now + kRetryInterval;
  std::vector<Waiting> stillWaiting;
  for (Waiting& waiting : waiting_) {
    if (mustWait(waiting.index, stillWaiting)) {
      stillWaiting.push_back(waiting);
      continue;
    }
    OutcomeMessage outcome = tryOnce(records_[waiting.index]);
    outcome.operation = static_cast<std::uint16_t>(waiting.index);
    waiting.lastOutcome = outcome;
    if (givesUp(waiting, now)) {
      conclude(outcome);
      // A restore that comes late has its own right to settle.
      settling_.begin(now);
    } else {
      stillWaiting.push_back(waiting);
    }
  }
  waiting_ = std::move(stillWaiting);
}

/// A later operation on the same adapter may have altered what this one finds: while that waits,
/// nothing can be judged.
bool TakingBack::mustWait(std::size_t index, const std::vector<Waiting>& waiting) const {
  const auto& luid = records_[index].made.key.luid;
  return std::ranges::any_of(
      waiting, [&](const Waiting& later) { return records_[later.index].made.key.luid == luid; });
}

bool TakingBack::givesUp(const Waiting& waiting, std::uint64_t now) const {
  switch (waiting.lastOutcome.outcome) {
    case Outcome::gone:
      return now >= giveUpAt_;
    case Outcome::restoreFailed:
      return now >= std::min(giveUpAt_, retryErrorsUntil_);
    default:
      return true;
  }
}

void TakingBack::conclude(const OutcomeMessage& outcome) {
  complete_ = complete_ && outcome.outcome == Outcome::restored;
  OutcomeMessage told = outcome;
  addLiveValue(told, stack_, records_[outcome.operation].made);
  sender_.send(told);
}

OutcomeMessage TakingBack::tryOnce(OperationRecord& record) {
  const Result<Footprint> found = stack_.capture(record.made);
  if (!found) return outcomeOfError(0, found.error());
  if (found.value() == record.before) return {.outcome = Outcome::restored};
  if (!record.after) {
    // It could not be captured after the set. The live value has to say whether it is still ours.
    const auto live = stack_.value(record.made);
    if (!live) return outcomeOfError(0, live.error());
    if (live.value() != record.made.value) return {.outcome = Outcome::foreign};
    record.after = found.value();
  }
  const Result<Restored> restored = stack_.restore(record.made, record.before, *record.after);
  if (!restored) return outcomeOfError(0, restored.error());
  if (restored.value() == Restored::failed) {
    // Perhaps half of it is back. What is there now is ours, else the next try would call it
    // foreign.
    if (Result<Footprint> half = stack_.capture(record.made); half) record.after = half.value();
  }
  return {.outcome = outcomeOfRestore(restored.value())};
}

}  // namespace interface_panel
