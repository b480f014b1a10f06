// SPDX-License-Identifier: MIT
// Conversations and accidents in any order, against a stack in memory. The oracle is the law of a
// transaction: each field ends old, or new and confirmed, or named as not put back; what another
// program set is never touched.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "fake_stack.h"
#include "require.h"
#include "scripted_plan.h"
#include "transaction/helper_machine.h"
#include "transaction/time_limits.h"

using namespace interface_panel;

namespace {

constexpr std::uint64_t kEthernet = makeLuid(6, 7);
constexpr std::uint64_t kWiFi = makeLuid(71, 12);
constexpr int kMostEvents = 200;

struct Step {
  std::uint64_t luid;
  Field field;
  std::int64_t old;
  std::int64_t value;

  [[nodiscard]] IpInterfaceKey key() const { return {luid, Family::ipv4}; }
};

constexpr std::array<Step, 4> kSteps{
    Step{kEthernet, Field::Metric, 25, 50}, Step{kEthernet, Field::NlMtu, 1500, 1400},
    Step{kWiFi, Field::DisableDefaultRoutes, 0, 1}, Step{kWiFi, Field::NlMtu, 1500, 1450}};

/// Two interfaces, as before the steps or after them.
void fill(FakeStack& stack, bool afterSteps) {
  for (const std::uint64_t luid : {kEthernet, kWiFi}) {
    stack.values[{luid, Family::ipv4}] = {{Field::Metric, 25},
                                          {Field::UseAutomaticMetric, 1},
                                          {Field::DisableDefaultRoutes, 0},
                                          {Field::NlMtu, 1500}};
  }
  if (!afterSteps) return;
  for (const Step& step : kSteps) stack.values[step.key()][step.field] = step.value;
  stack.values[{kEthernet, Family::ipv4}][Field::UseAutomaticMetric] = 0;
}

/// A plan that makes the steps.
ScriptedPlan setPlan() {
  ScriptedPlan plan(60);
  for (const Step& step : kSteps) plan.set(step.luid, step.field, step.old, step.value);
  return plan;
}

Operation operationOf(const Step& step) { return {step.key(), step.field, step.old, step.value}; }

/// A plan that takes them back after a crash; the journal may lack the footprints after.
ScriptedPlan restorePlan(bool hasAfter) {
  FakeStack before;
  FakeStack after;
  fill(before, false);
  fill(after, true);
  ScriptedPlan plan(60);
  for (const Step& step : kSteps) {
    plan.restore(step.luid, step.field, step.value, step.old, before.encode(operationOf(step)),
                 hasAfter ? after.encode(operationOf(step)) : Footprint{});
  }
  return plan;
}

class Conversation : private FrameSink {
 public:
  Conversation(FuzzedDataProvider& input, const ScriptedPlan& plan, bool isRestore)
      : input_(input),
        isRestore_(isRestore),
        machine_(stack_, *this, {.buildId = "test", .planHash = plan.hash()}, now_) {
    fill(stack_, isRestore);
    script_ = {HelloMessage{"test"}};
    for (const AppMessage& message : plan.messages()) script_.push_back(message);
    script_.emplace_back(CommitMessage{});
    script_.emplace_back(ConfirmMessage{});
  }

  void run() {
    for (int event = 0; event < kMostEvents && input_.remaining_bytes() > 0; ++event) happen();
    heal();
    advance(2 * kHardCap);
    check();
  }

 private:
  // --- What can happen

  void happen() {
    switch (input_.ConsumeIntegralInRange(0, 15)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return sendNext();
      case 4:
      case 5:
        return work();
      case 6:
        return machine_.tick(now_);
      case 7:
        return advance(input_.ConsumeIntegralInRange<std::uint64_t>(0, 70'000));
      case 8:
        return breakChannel();
      case 9:
        return machine_.askedToStop(now_);
      case 10:
        return sendAny();
      case 11:
        return sendBent();
      case 12:
        return changeFromOutside();
      case 13:
        return comeOrGo();
      case 14:
        return failSets();
      default:
        return failCalls();
    }
  }

  void sendNext() {
    if (next_ < script_.size()) send(script_[next_++]);
  }

  void sendAny() {
    switch (input_.ConsumeIntegralInRange(0, 4)) {
      case 0:
        return send(HelloMessage{input_.ConsumeBool() ? "test" : "other"});
      case 1:
        return send(CommitMessage{});
      case 2:
        return send(ConfirmMessage{});
      case 3:
        return send(RevertMessage{});
      default:
        return send(script_[input_.ConsumeIntegralInRange<std::size_t>(0, script_.size() - 1)]);
    }
  }

  void sendBent() {
    const auto at = input_.ConsumeIntegralInRange<std::size_t>(0, script_.size() - 1);
    Frame frame = encodeAppFrame(script_[at], sequence_++);
    frame[input_.ConsumeIntegralInRange<std::size_t>(0, frame.size() - 1)] ^=
        input_.ConsumeIntegral<std::uint8_t>();
    const auto length =
        input_.ConsumeBool() ? frame.size() : input_.ConsumeIntegral<std::uint8_t>() % frame.size();
    machine_.receive(now_, std::span(frame).first(length));
  }

  void breakChannel() {
    isBroken_ = true;
    machine_.channelBroken(now_);
  }

  void changeFromOutside() {
    const std::size_t index = input_.ConsumeIntegralInRange<std::size_t>(0, kSteps.size() - 1);
    const Step& step = kSteps[index];
    foreign_[index] = 7000 + static_cast<std::int64_t>(foreign_.size());
    stack_.values[step.key()][step.field] = foreign_[index];
  }

  void comeOrGo() {
    const std::uint64_t luid = input_.ConsumeBool() ? kEthernet : kWiFi;
    if (stack_.gone.erase(luid) == 0) stack_.gone.insert(luid);
  }

  void failSets() {
    const Step& step = kSteps[input_.ConsumeIntegralInRange<std::size_t>(0, kSteps.size() - 1)];
    if (stack_.setErrors.erase(step.field) == 0)
      stack_.setErrors.emplace(step.field, FakeStack::invalid());
  }

  void failCalls() {
    switch (input_.ConsumeIntegralInRange(0, 3)) {
      case 0:
        stack_.captureError =
            input_.ConsumeBool() ? FakeStack::invalid() : FakeStack::noSuchInterface();
        return;
      case 1:
        stack_.captureError.reset();
        return;
      case 2:
        stack_.checkError = FakeStack::invalid();
        return;
      default:
        stack_.unsettledPolls = input_.ConsumeIntegralInRange(0, 200);
    }
  }

  /// Accidents are over: what can be put back will be.
  void heal() {
    stack_.gone.clear();
    stack_.setErrors.clear();
    stack_.captureError.reset();
  }

  // --- The machine

  void send(const AppMessage& message) {
    machine_.receive(now_, encodeAppFrame(message, sequence_++));
  }

  void send(const Frame& frame) override {
    const auto decoded = decodeHelperFrame(frame, static_cast<std::uint32_t>(sent_.size()));
    require(std::holds_alternative<HelperMessage>(decoded),
            "every frame sent is well formed and numbered");
    require(sent_.empty() || !std::holds_alternative<DoneMessage>(sent_.back()),
            "DONE is the last frame");
    sent_.push_back(std::get<HelperMessage>(decoded));
  }

  void work() {
    int calls = 0;
    while (machine_.nextWakeUp() <= now_) {
      machine_.tick(now_);
      require(++calls < 10'000, "the machine comes to rest");
    }
  }

  void advance(std::uint64_t milliseconds) {
    const std::uint64_t end = now_ + milliseconds;
    work();
    while (machine_.nextWakeUp() <= end) {
      now_ = std::max(now_, machine_.nextWakeUp());
      work();
    }
    now_ = end;
  }

  // --- The law

  template <typename Message>
  [[nodiscard]] bool has() const {
    for (const HelperMessage& message : sent_) {
      if (std::holds_alternative<Message>(message)) return true;
    }
    return false;
  }

  [[nodiscard]] int timesTakenBack(std::size_t index) const {
    int times = 0;
    for (const HelperMessage& message : sent_) {
      const auto* outcome = std::get_if<OutcomeMessage>(&message);
      if (outcome != nullptr && outcome->operation == index &&
          outcome->outcome >= Outcome::restored)
        ++times;
    }
    return times;
  }

  /// A restore that could not be made hinders no other; it is told.
  [[nodiscard]] bool isToldUndone(std::size_t index) const {
    return std::any_of(sent_.begin(), sent_.end(), [index](const HelperMessage& message) {
      const auto* outcome = std::get_if<OutcomeMessage>(&message);
      return outcome != nullptr && outcome->operation == index &&
             outcome->outcome != Outcome::restored;
    });
  }

  void check() {
    require(machine_.finished().has_value(), "the helper ends");
    const ExitCode code = *machine_.finished();
    const bool isKept = has<ConfirmedMessage>();
    for (std::size_t index = 0; index < kSteps.size(); ++index) {
      const Step& step = kSteps[index];
      const std::int64_t live = stack_.values[step.key()][step.field];
      if (const auto foreign = foreign_.find(index); foreign != foreign_.end()) {
        require(live == foreign->second, "what another program set is left alone");
        continue;
      }
      const std::int64_t first = isRestore_ ? step.value : step.old;
      const std::int64_t aim = isRestore_ ? step.old : step.value;
      if (isKept) {
        require(live == aim || (isRestore_ && isToldUndone(index)), "what is kept is as planned");
      } else {
        require(live == first || code == ExitCode::incomplete, "what is not kept is old, or told");
      }
      require(timesTakenBack(index) <= (isRestore_ ? 2 : 1),
              "one operation is told to be taken back once");
    }
    if (!isBroken_) require(std::holds_alternative<DoneMessage>(sent_.back()), "DONE ends it");
  }

  FuzzedDataProvider& input_;
  const bool isRestore_;
  FakeStack stack_;
  std::uint64_t now_ = 5'000'000;
  std::vector<HelperMessage> sent_;
  HelperMachine machine_;
  std::vector<AppMessage> script_;
  std::size_t next_ = 0;
  std::uint32_t sequence_ = 0;
  bool isBroken_ = false;
  std::map<std::size_t, std::int64_t> foreign_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  const bool isRestore = input.ConsumeBool();
  const ScriptedPlan plan = isRestore ? restorePlan(input.ConsumeBool()) : setPlan();
  Conversation(input, plan, isRestore).run();
  return 0;
}
