// SPDX-License-Identifier: MIT
#include "transaction/helper_machine.h"

#include <algorithm>

#include "transaction/application.h"
#include "transaction/preparation.h"
#include "transaction/time_limits.h"

namespace interface_panel {

HelperMachine::HelperMachine(SettableIpStack& stack, FrameSink& sink, Settings settings,
                             std::uint64_t now)
    : stack_(stack),
      sender_(sink),
      buildId_(std::move(settings.buildId)),
      hardCapAt_(now + kHardCap),
      limitAt_(now + kHelloLimit),
      assembler_(settings.planHash),
      lasting_(stack, settings.lastingPlace, std::move(settings.wallClock)),
      settling_(stack) {}

// --- Events
// ---------------------------------------------------------------------------------------

void HelperMachine::receive(std::uint64_t now, std::span<const std::uint8_t> bytes) {
  // A frame that comes with the deadline comes too late.
  expire(now);
  if (state_ >= State::takingBack) return;
  const auto decoded = decodeAppFrame(bytes, expectedSequence_++);
  if (const auto* message = std::get_if<AppMessage>(&decoded)) {
    handle(now, bytes, *message);
  } else {
    protocolBroken();
  }
}

void HelperMachine::channelBroken(std::uint64_t now) {
  expire(now);
  sender_.mute();
  if (changedNothingYet()) {
    finish(ExitCode::nothingChanged);
  } else if (state_ < State::takingBack) {
    takeBack(RevertCause::channelBroken);
  }
}

void HelperMachine::askedToStop(std::uint64_t now) {
  expire(now);
  if (changedNothingYet()) {
    finish(ExitCode::nothingChanged);
  } else if (state_ < State::takingBack) {
    takeBack(RevertCause::toldToStop);
  }
  if (takingBack_) takingBack_->stopWaiting();
}

void HelperMachine::tick(std::uint64_t now) {
  expire(now);
  work(now);
}

// --- Time
// -----------------------------------------------------------------------------------------

std::uint64_t HelperMachine::nextWakeUp() const {
  if (isAtWork()) return 0;
  switch (state_) {
    case State::waiting:
      return std::min({limitAt_, hardCapAt_, settling_.nextWakeUp()});
    case State::settlingKept:
      return settling_.nextWakeUp();
    case State::takingBack:
      return takingBack_->nextWakeUp();
    case State::done:
      return kNever;
    default:
      return std::min(limitAt_, hardCapAt_);
  }
}

bool HelperMachine::isAtWork() const {
  return state_ == State::preparing || state_ == State::announcing || state_ == State::applying;
}

void HelperMachine::enter(State state, std::uint64_t limit) {
  state_ = state;
  limitAt_ = limit;
}

void HelperMachine::expire(std::uint64_t now) {
  if (state_ >= State::takingBack || now < std::min(limitAt_, hardCapAt_)) return;
  if (changedNothingYet()) {
    finish(ExitCode::nothingChanged);
  } else {
    takeBack(RevertCause::deadline);
  }
}

void HelperMachine::work(std::uint64_t now) {
  switch (state_) {
    case State::preparing:
      return prepareNext();
    case State::announcing:
      return announceNext(now);
    case State::applying:
      return applyNext(now);
    case State::waiting:
      return settling_.step(now);
    case State::settlingKept:
      settling_.step(now);
      if (settling_.ended()) finish(ExitCode::success);
      return;
    case State::takingBack:
      takingBack_->step(now);
      if (takingBack_->finished()) finishTakingBack();
      return;
    default:
      return;
  }
}

// --- Frames
// ---------------------------------------------------------------------------------------

void HelperMachine::handle(std::uint64_t now, std::span<const std::uint8_t> frame,
                           const AppMessage& message) {
  const bool isRevert = std::holds_alternative<RevertMessage>(message);
  if (isRevert && state_ != State::hello) return handleRevert();
  if (state_ == State::hello) return handleHello(now, message);
  if (state_ == State::plan) return handlePlan(frame, message);
  if (state_ == State::prepared && std::holds_alternative<CommitMessage>(message)) {
    cursor_ = 0;
    return enter(State::applying, kNever);
  }
  if (state_ == State::waiting && std::holds_alternative<ConfirmMessage>(message)) return keep(now);
  protocolBroken();
}

void HelperMachine::handleHello(std::uint64_t now, const AppMessage& message) {
  const auto* hello = std::get_if<HelloMessage>(&message);
  if (hello == nullptr) return protocolBroken();
  sender_.send(HelloMessage{buildId_});
  if (hello->buildId != buildId_) return finish(ExitCode::otherBuild);
  enter(State::plan, now + kPlanLimit);
}

void HelperMachine::handlePlan(std::span<const std::uint8_t> frame, const AppMessage& message) {
  using enum PlanAssembler::Progress;
  const PlanAssembler::Progress progress = assembler_.accept(frame, message);
  if (progress == complete) return startPreparing();
  if (progress == unexpected) return protocolBroken();
  if (progress != refused) return;
  for (const PlanRefusal& refusal : assembler_.refusals()) {
    sender_.send(
        RefusedMessage{.operation = refusal.operation, .refusal = refusal.refusal, .platform = {}});
  }
  finish(ExitCode::refused);
}

void HelperMachine::handleRevert() {
  if (!changedNothingYet()) return takeBack(RevertCause::asked);
  sender_.send(RevertedMessage{RevertCause::asked});
  finish(ExitCode::success);
}

void HelperMachine::protocolBroken() {
  if (changedNothingYet()) return finish(ExitCode::protocolBroken);
  takeBack(RevertCause::channelBroken);
}

// --- Work
// -----------------------------------------------------------------------------------------

void HelperMachine::startPreparing() {
  Plan plan = assembler_.takePlan();
  deadlineSeconds_ = plan.deadlineSeconds;
  lasting_.begin(std::move(plan.lastingChanges), std::move(plan.account));
  records_.reserve(plan.operations.size());
  for (PlannedOperation& planned : plan.operations) records_.emplace_back(std::move(planned));
  enter(State::preparing, kNever);
}

void HelperMachine::prepareNext() {
  if (cursor_ == records_.size()) {
    prepareLasting();
    if (obstacleFound_) return finish(ExitCode::refused);
    cursor_ = 0;
    return enter(State::announcing, kNever);
  }
  const auto index = static_cast<std::uint16_t>(cursor_);
  const Preparation preparation = prepareOperation(stack_, records_[cursor_++]);
  if (const auto* refused = std::get_if<OperationRefused>(&preparation)) {
    sender_.send(RefusedMessage{index, refused->refusal, refused->platform});
    obstacleFound_ = true;
  } else if (const auto* stale = std::get_if<OperationStale>(&preparation)) {
    sender_.send(StaleMessage{index, stale->live});
    obstacleFound_ = true;
  }
}

void HelperMachine::prepareLasting() {
  const Refusal refusal = lasting_.check(records_);
  if (refusal == Refusal::none) return;
  sender_.send(RefusedMessage{kWholePlan, refusal, {}});
  obstacleFound_ = true;
}

void HelperMachine::announceNext(std::uint64_t now) {
  if (cursor_ == records_.size()) {
    sender_.send(PreparedMessage{static_cast<std::uint16_t>(records_.size())});
    return enter(State::prepared, now + kCommitLimit);
  }
  sender_.sendFootprint(static_cast<std::uint16_t>(cursor_), FootprintWhich::before,
                        records_[cursor_].before);
  ++cursor_;
}

void HelperMachine::applyNext(std::uint64_t now) {
  if (cursor_ == records_.size()) return waitForConfirm(now);
  Application application(stack_, sender_);
  if (!application.apply(records_, cursor_++)) takeBack(std::nullopt);
}

void HelperMachine::waitForConfirm(std::uint64_t now) {
  const std::uint32_t millisecondsLeft = deadlineSeconds_ * 1000;
  sender_.send(AppliedMessage{static_cast<std::uint16_t>(records_.size()), millisecondsLeft});
  settling_.begin(now);
  enter(State::waiting, now + millisecondsLeft);
}

void HelperMachine::keep(std::uint64_t now) {
  // What was told as kept must last, whatever happens next.
  sender_.send(lasting_.write());
  settling_.begin(now);
  enter(State::settlingKept, kNever);
}

void HelperMachine::takeBack(std::optional<RevertCause> cause) {
  revertCause_ = cause;
  takingBack_.emplace(stack_, sender_, records_, hardCapAt_);
  enter(State::takingBack, kNever);
}

void HelperMachine::finishTakingBack() {
  const bool complete = takingBack_->complete();
  if (revertCause_) {
    sender_.send(RevertedMessage{*revertCause_});
    return finish(complete ? ExitCode::success : ExitCode::incomplete);
  }
  sender_.send(RolledBackMessage{});
  finish(complete ? ExitCode::rolledBack : ExitCode::incomplete);
}

void HelperMachine::finish(ExitCode code) {
  sender_.send(DoneMessage{static_cast<std::uint8_t>(code)});
  exitCode_ = code;
  enter(State::done, kNever);
}

}  // namespace interface_panel
