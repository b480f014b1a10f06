// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "account.h"
#include "choices.h"
#include "computer.h"
#include "failing_stack.h"
#include "fuzzed_plan.h"
#include "transaction/helper_machine.h"

namespace interface_panel {

/// One run of the helper's state machine on the simulated stack: frames, events and accidents in
/// the order the choices say, then rest. The law of a transaction is checked after it.
class Conversation : private FrameSink {
 public:
  explicit Conversation(Choices& choices);

  void run();

  /// The plan was accepted.
  [[nodiscard]] bool isPrepared() const { return account_.has<PreparedMessage>(); }

 private:
  void nameCaptured(const Operation& operation);
  void forgetUncaptured(const Operation& operation);

  void happen();
  void sendNext();
  void sendUpToCommit();
  void sendAny();
  void sendBent();
  void breakChannel();
  void changeFromOutside();
  void comeOrGo();
  void failCalls();
  void bendFootprints();
  void heal();

  void send(const AppMessage& message);
  void receive(std::span<const std::uint8_t> bytes);
  void send(const Frame& frame) override;
  void work();
  void advance(std::uint64_t milliseconds);
  void leap(std::uint64_t milliseconds);

  void checkLaw() const;
  void checkPrepared() const;
  void checkKept() const;
  void checkTakenBack(ExitCode code) const;
  void checkWords() const;
  [[nodiscard]] bool isOverwrittenLater(std::size_t index) const;

  Choices& choices_;
  Computer computer_;
  FuzzedPlan plan_;
  FailingStack stack_;
  Account account_;
  std::uint64_t now_ = 5'000'000;
  HelperMachine machine_;
  std::vector<AppMessage> script_;
  std::size_t next_ = 0;
  std::uint32_t sequence_ = 0;
  bool isBroken_ = false;
  /// The stack once failed, or said what was not so.
  bool hasStackErred_ = false;
};

}  // namespace interface_panel
