// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "fake_stack.h"
#include "scripted_plan.h"
#include "transaction/helper_machine.h"
#include "transaction/time_limits.h"

namespace interface_panel {

inline constexpr std::uint64_t kEthernet = makeLuid(6, 7);
inline constexpr std::uint64_t kWiFi = makeLuid(71, 12);

/// A machine, a fake stack and a scripted app with one clock. Every frame the machine sends is
/// decoded and must carry the next sequence number.
class MachineRig : private FrameSink {
 public:
  explicit MachineRig(const Sha256Digest& hash, SettableLastingPlace* place = nullptr)
      : machine(stack, *this,
                {.buildId = "test",
                 .planHash = hash,
                 .lastingPlace = place,
                 .wallClock = [this] { return wallClock; }},
                now) {
    for (const std::uint64_t luid : {kEthernet, kWiFi}) {
      stack.values[{luid, Family::ipv4}] = {{Field::Metric, 25},
                                            {Field::UseAutomaticMetric, 1},
                                            {Field::DisableDefaultRoutes, 0},
                                            {Field::NlMtu, 1500}};
    }
  }
  explicit MachineRig(const ScriptedPlan& plan) : MachineRig(plan.hash()) {}

  FakeStack stack;
  std::uint64_t now = 5'000'000;
  /// Milliseconds since 1970.
  std::int64_t wallClock = 777;
  /// Everything the helper sent so far.
  std::vector<HelperMessage> sent;
  HelperMachine machine;

  void send(const AppMessage& message) {
    machine.receive(now, encodeAppFrame(message, sequence_++));
  }

  /// The number that the next frame of the app must carry.
  [[nodiscard]] std::uint32_t nextSequence() const { return sequence_; }

  void sendHello() { send(HelloMessage{"test"}); }

  void sendPlan(const std::vector<AppMessage>& messages) {
    for (const AppMessage& message : messages) send(message);
  }

  /// Lets the machine do all it can without time passing.
  void work() {
    while (machine.nextWakeUp() <= now) {
      const std::size_t before = ticks_++;
      REQUIRE(before < 100'000);
      machine.tick(now);
    }
  }

  /// Lets time pass, waking the machine whenever it asks.
  void advance(std::uint64_t milliseconds) {
    const std::uint64_t end = now + milliseconds;
    work();
    while (machine.nextWakeUp() <= end) {
      now = std::max(now, machine.nextWakeUp());
      work();
    }
    now = end;
  }

  /// HELLO and the plan, up to what comes of it.
  void prepare(const ScriptedPlan& plan) {
    sendHello();
    sendPlan(plan.messages());
    work();
  }

  /// All the way to APPLIED, or to what prevents it.
  void apply(const ScriptedPlan& plan) {
    prepare(plan);
    send(CommitMessage{});
    work();
  }

  template <typename Message>
  [[nodiscard]] std::vector<Message> all() const {
    std::vector<Message> found;
    for (const HelperMessage& message : sent) {
      if (const auto* match = std::get_if<Message>(&message)) found.push_back(*match);
    }
    return found;
  }

  template <typename Message>
  [[nodiscard]] Message only() const {
    const auto found = all<Message>();
    REQUIRE(found.size() == 1);
    return found.front();
  }

  template <typename Message>
  [[nodiscard]] bool has() const {
    return !all<Message>().empty();
  }

  /// "0 applied, 1 failed": operations and outcomes in the order they were told.
  [[nodiscard]] std::string outcomes() const {
    constexpr std::array<const char*, 7> kNames{
        "applied", "not applied", "failed", "restored", "foreign", "gone", "restore failed"};
    std::string text;
    for (const OutcomeMessage& outcome : all<OutcomeMessage>()) {
      if (!text.empty()) text += ", ";
      text += std::to_string(outcome.operation) + " " +
              kNames[static_cast<std::size_t>(outcome.outcome)];
    }
    return text;
  }

  [[nodiscard]] std::int64_t value(std::uint64_t luid, Field field) {
    return stack.values[{luid, Family::ipv4}][field];
  }

  [[nodiscard]] bool finishedWith(ExitCode code) const { return machine.finished() == code; }

  /// Finished with this code, and DONE, if it could still be sent, says so.
  void checkDone(ExitCode code) const {
    CHECK(machine.finished() == code);
    REQUIRE(!sent.empty());
    REQUIRE(std::holds_alternative<DoneMessage>(sent.back()));
    CHECK(std::get<DoneMessage>(sent.back()).exitCode == static_cast<std::uint8_t>(code));
  }

 private:
  void send(const Frame& frame) override {
    const auto decoded = decodeHelperFrame(frame, static_cast<std::uint32_t>(sent.size()));
    REQUIRE(std::holds_alternative<HelperMessage>(decoded));
    sent.push_back(std::get<HelperMessage>(decoded));
  }

  std::uint32_t sequence_ = 0;
  std::size_t ticks_ = 0;
};

}  // namespace interface_panel
