// SPDX-License-Identifier: MIT
#include "conversation.h"

#include <algorithm>
#include <array>

#include "require.h"
#include "simulated_fixture.h"
#include "stack/simulated/settable_simulated_stack.h"
#include "stack/win32_error.h"
#include "stack/windows/row_footprint.h"
#include "transaction/time_limits.h"

namespace interface_panel {
namespace {

using namespace simulated;

constexpr int kMostEvents = 200;

/// Frames that are well formed and wrong.
const std::array kStrangers{AppMessage{HelloMessage{"other"}},
                            AppMessage{PlanMessage{.operations = 0, .deadlineSeconds = 60}},
                            AppMessage{PlanMessage{.operations = 1025, .deadlineSeconds = 60}},
                            AppMessage{PlanMessage{.operations = 1, .deadlineSeconds = 0}},
                            AppMessage{PlanMessage{.operations = 1, .deadlineSeconds = 601}},
                            AppMessage{PlanMessage{.operations = 2, .deadlineSeconds = 60}},
                            AppMessage{CommitMessage{}},
                            AppMessage{ConfirmMessage{}},
                            AppMessage{RevertMessage{}},
                            AppMessage{LastingMessage{}},
                            AppMessage{HelloMessage{"test"}},
                            AppMessage{FootprintMessage{.length = 1, .total = 1}}};

constexpr std::array<std::uint64_t, 5> kTimes{1, 250, 1'000, 10'000, 20'000};

/// Times in which the helper does not run, as when the process is stopped.
constexpr std::array<std::uint64_t, 3> kLeaps{10'000, 60'000, kHardCap};

/// No such interface, no such family and another one, as either platform says it.
const std::array kErrors{win32Error(win32::kFileNotFound, "a call"),
                         win32Error(win32::kNotFound, "a call"),
                         win32Error(win32::kGenFailure, "a call"),
                         Error{ErrorDomain::posix, 19, "ENODEV", "a call"},
                         Error{ErrorDomain::posix, 97, "EAFNOSUPPORT", "a call"},
                         Error{ErrorDomain::posix, 5, "EIO", "a call"}};

constexpr std::size_t kMostGoodCalls = 16;
constexpr std::size_t kTooLarge = kMaxFootprintBytes + 1;
constexpr std::array<std::size_t, 2> kWrongSizes{kTooLarge, 0};

Sha256Digest hashFor(const ScriptedPlan& script, Choices& choices) {
  constexpr std::uint8_t kWrong = 255;
  Sha256Digest hash = script.hash();
  if (choices.byte() == kWrong) hash[0] ^= 1;
  return hash;
}

bool saysNothingChanged(ExitCode code) {
  return code == ExitCode::protocolBroken || code == ExitCode::otherBuild ||
         code == ExitCode::refused || code == ExitCode::nothingChanged;
}

}  // namespace

Conversation::Conversation(Choices& choices)
    : choices_(choices),
      plan_(choosePlan(choices, computer_)),
      stack_(makeSettableSimulatedStack(computer_.store())),
      account_(std::max<std::size_t>(plan_.aims.size(), 1)),
      machine_(stack_, *this, {.buildId = "test", .planHash = hashFor(plan_.script, choices)},
               now_) {
  script_ = {HelloMessage{"test"}};
  for (const AppMessage& message : plan_.script.messages()) script_.push_back(message);
  script_.emplace_back(CommitMessage{});
  script_.emplace_back(ConfirmMessage{});
  stack_.captured = [this](const Operation& operation) { nameCaptured(operation); };
  stack_.captureFailed = [this](const Operation& operation) { forgetUncaptured(operation); };
}

/// Later looks than those before PREPARED must not make another program's change look like our own.
void Conversation::nameCaptured(const Operation& operation) {
  if (plan_.isRestore || isPrepared()) return;
  for (const Field field : alteredFields(operation.field, operation.key.family)) {
    const Member member{operation.key, field};
    computer_.ledger.name(member, computer_.value(member));
  }
}

/// Where the footprint after is not known, the value of the field alone has to be ours.
void Conversation::forgetUncaptured(const Operation& operation) {
  for (std::size_t index = 0; index < plan_.aims.size(); ++index) {
    const Member& own = plan_.aims[index].member;
    const bool isOf = own == Member{operation.key, operation.field};
    if (!isOf || account_.operations()[index].hasWhole(FootprintWhich::after)) continue;
    for (const Field field : alteredFields(operation.field, operation.key.family)) {
      if (field != own.field) computer_.ledger.forget({operation.key, field});
    }
  }
}

void Conversation::run() {
  for (int event = 0; event < kMostEvents && choices_.areLeft(); ++event) happen();
  heal();
  // Retries, what settles, what is waited for until the hard cap, and what settles after that: at
  // every wake-up in between it would be tried in vain.
  for (const std::uint64_t time : {kRetryInterval, kSettleLimit, 2 * kHardCap, kSettleLimit}) {
    leap(time);
    work();
  }
  checkLaw();
}

// --- What can happen
// ------------------------------------------------------------------------------

void Conversation::happen() {
  switch (choices_.below(21)) {
    case 0:
    case 1:
    case 2:
      return sendNext();
    case 3:
    case 4:
      return sendUpToCommit();
    case 5:
    case 6:
    case 7:
      return work();
    case 8:
    case 9:
      return machine_.tick(now_);
    case 10:
      return advance(choices_.oneOf(kTimes));
    case 11:
      return leap(choices_.oneOf(kLeaps));
    case 12:
      return breakChannel();
    case 13:
      return machine_.askedToStop(now_);
    case 14:
      return sendAny();
    case 15:
      return sendBent();
    case 16:
      return changeFromOutside();
    case 17:
      return comeOrGo();
    case 18:
      return failCalls();
    case 19:
      return bendFootprints();
    default:
      return computer_.failSet(win32::kAccessDenied, static_cast<std::uint32_t>(choices_.below(4)));
  }
}

void Conversation::sendNext() {
  if (next_ < script_.size()) send(script_[next_++]);
}

void Conversation::sendUpToCommit() {
  while (next_ + 2 < script_.size()) sendNext();
}

void Conversation::sendAny() {
  send(choices_.byte() % 2 == 0 ? choices_.oneOf(kStrangers) : choices_.oneOf(script_));
}

void Conversation::sendBent() {
  const std::size_t at = std::min(next_++, script_.size() - 1);
  Frame frame = encodeAppFrame(script_[at], sequence_);
  const std::size_t place = choices_.below(frame.size());
  frame[place] ^= choices_.byte();
  const std::size_t length = choices_.byte();
  receive(std::span(frame).first(length < frame.size() ? length : frame.size()));
}

void Conversation::breakChannel() {
  isBroken_ = true;
  machine_.channelBroken(now_);
}

void Conversation::changeFromOutside() {
  const Aim& aim = chooseAim(choices_);
  const auto live = computer_.value(aim.member).value_or(0);
  const std::array<std::int64_t, 4> values{aim.to, live + 1, live - 1, 1 - live};
  computer_.change(aim.member.key, aim.member.field, choices_.oneOf(values));
}

void Conversation::comeOrGo() {
  constexpr std::array kAdapters{kEthernet, kWifi, kFullTunnelVpn};
  constexpr std::array kReturns{Return::fresh, Return::kept, Return::replaced};
  const std::uint64_t luid = choices_.oneOf(kAdapters);
  if (computer_.value({{luid, Family::ipv4}, Field::NlMtu})) {
    computer_.vanish(luid);
  } else {
    computer_.comeBack(luid, choices_.oneOf(kReturns));
  }
}

void Conversation::failCalls() {
  constexpr std::array kCalls{FailingStack::Call::read,    FailingStack::Call::check,
                              FailingStack::Call::capture, FailingStack::Call::set,
                              FailingStack::Call::restore, FailingStack::Call::settled};
  hasStackErred_ = true;
  if (stack_.failure) return stack_.heal();
  const FailingStack::Call call = choices_.oneOf(kCalls);
  stack_.failure.emplace(call, choices_.oneOf(kErrors));
  stack_.goodCalls = choices_.below(kMostGoodCalls);
}

void Conversation::bendFootprints() {
  hasStackErred_ = true;
  switch (choices_.below(5)) {
    case 0:
      return stack_.heal();
    case 1:
      stack_.footprintBytes = isPrepared() ? kTooLarge : choices_.oneOf(kWrongSizes);
      stack_.goodCalls = choices_.below(kMostGoodCalls);
      return;
    case 2:
      stack_.hidden = chooseAim(choices_).member.field;
      stack_.goodCalls = choices_.below(kMostGoodCalls);
      return;
    case 3:
      stack_.restoresHalf = true;
      return;
    default:
      stack_.unsettledPolls = choices_.byte();
  }
}

void Conversation::heal() {
  stack_.heal();
  computer_.heal();
}

// --- The machine
// ----------------------------------------------------------------------------------

void Conversation::send(const AppMessage& message) { receive(encodeAppFrame(message, sequence_)); }

void Conversation::receive(std::span<const std::uint8_t> bytes) {
  const auto decoded = decodeAppFrame(bytes, sequence_++);
  const auto* message = std::get_if<AppMessage>(&decoded);
  const bool isCommit = message != nullptr && std::holds_alternative<CommitMessage>(*message);
  if (isCommit && isPrepared() && !machine_.finished()) computer_.ledger.commit();
  machine_.receive(now_, bytes);
}

void Conversation::send(const Frame& frame) {
  account_.hear(frame);
  // Without a footprint no plan of sets gets this far, and no stack loses one later.
  if (isPrepared() && stack_.footprintBytes == 0) stack_.footprintBytes.reset();
}

void Conversation::work() {
  int calls = 0;
  while (machine_.nextWakeUp() <= now_) {
    machine_.tick(now_);
    require(++calls < 10'000, "the machine comes to rest");
  }
}

void Conversation::advance(std::uint64_t milliseconds) {
  const std::uint64_t end = now_ + milliseconds;
  work();
  while (machine_.nextWakeUp() <= end) {
    now_ = std::max(now_, machine_.nextWakeUp());
    work();
  }
  now_ = end;
}

void Conversation::leap(std::uint64_t milliseconds) { now_ += milliseconds; }

// --- The law
// --------------------------------------------------------------------------------------

void Conversation::checkLaw() const {
  require(machine_.finished().has_value(), "the helper ends");
  require(isBroken_ || account_.has<DoneMessage>(), "DONE ends it");
  if (isPrepared()) checkPrepared();
  if (saysNothingChanged(*machine_.finished())) {
    require(!computer_.ledger.hasHelperWritten(), "nothing changed means that nothing was changed");
  } else if (account_.has<ConfirmedMessage>()) {
    checkKept();
    checkWords();
  } else if (computer_.ledger.isCommitted()) {
    checkTakenBack(*machine_.finished());
    checkWords();
  }
}

/// I2: what the journal needs to take everything back was told before COMMIT could be sent.
void Conversation::checkPrepared() const {
  if (plan_.isRestore) return;
  for (const Account::OfOperation& operation : account_.operations()) {
    require(operation.hasWhole(FootprintWhich::before), "PREPARED comes after every footprint");
  }
}

/// I1, I8: what is kept is as planned, but for what others did since.
void Conversation::checkKept() const {
  require(machine_.finished() == ExitCode::success, "what is kept is a success");
  for (std::size_t index = 0; index < plan_.aims.size(); ++index) {
    const Aim& aim = plan_.aims[index];
    const Account::OfOperation& told = account_.operations()[index];
    const Outcome aimed = plan_.isRestore ? Outcome::restored : Outcome::applied;
    if (told.times(aimed) == 0) {
      require(plan_.isRestore, "only a restore that could not be made hinders no other");
      continue;
    }
    if (computer_.ledger.isTouched(aim.member.key.luid) || isOverwrittenLater(index)) continue;
    require(computer_.value(aim.member) == aim.to, "what is kept is as planned");
  }
}

/// I1, I8: what is not kept is as it was, or the end says that something is not.
void Conversation::checkTakenBack(ExitCode code) const {
  for (const auto& [member, entry] : computer_.ledger.entries()) {
    if (!entry.isHelpers || code == ExitCode::incomplete) continue;
    require(computer_.value(member) == entry.first, "what is not kept is old, or told");
  }
  if (isBroken_ || hasStackErred_ || code != ExitCode::incomplete) return;
  const auto operations = account_.operations();
  const bool isTold = std::any_of(operations.begin(), operations.end(), [](const auto& one) {
    return one.timesTakenBack() > one.times(Outcome::restored);
  });
  require(isTold, "an incomplete end names what is incomplete");
}

/// I3: one last word about each operation, and none that others gave no cause for.
void Conversation::checkWords() const {
  for (std::size_t index = 0; index < plan_.aims.size(); ++index) {
    const Account::OfOperation& told = account_.operations()[index];
    require(told.timesTakenBack() <= (plan_.isRestore ? 2 : 1),
            "one operation is told to be taken back once");
    require(told.times(Outcome::notApplied) + told.times(Outcome::applied) <= 1,
            "one operation is applied once or not");
    require(isBroken_ || told.isStale || !told.outcomes.empty(), "something is told of each");
    require(
        hasStackErred_ || told.times(Outcome::applied) == 0 || told.hasWhole(FootprintWhich::after),
        "what is applied comes with its footprint after");
    const bool isBlamed = told.times(Outcome::foreign) + told.times(Outcome::gone) != 0;
    require(!isBlamed || hasStackErred_ || plan_.isRestore ||
                computer_.ledger.isTouched(plan_.aims[index].member.key.luid),
            "others are not blamed for nothing");
  }
}

/// A later operation of the plan alters the same members.
bool Conversation::isOverwrittenLater(std::size_t index) const {
  const Member& member = plan_.aims[index].member;
  return std::any_of(
      plan_.aims.begin() + static_cast<std::ptrdiff_t>(index) + 1, plan_.aims.end(),
      [&](const Aim& later) {
        const auto altered = alteredFields(later.member.field, later.member.key.family);
        return later.member.key == member.key &&
               std::find(altered.begin(), altered.end(), member.field) != altered.end();
      });
}

}  // namespace interface_panel
