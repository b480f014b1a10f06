// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "stack/ip_stack.h"
#include "transaction/exit_code.h"
#include "transaction/lasting_step.h"
#include "transaction/message_sender.h"
#include "transaction/operation_record.h"
#include "transaction/plan.h"
#include "transaction/settling.h"
#include "transaction/taking_back.h"

namespace interface_panel {

/// The helper's side of docs/helper-protocol.md as a pure state machine: it is fed frames, events
/// and the time, calls the stack and hands frames to a sink. It reads no clock, does no other I/O
/// and waits for nothing; one call makes at most one operation, so that events come in between.
///
/// `now` is in milliseconds of one monotonic clock and never falls.
class HelperMachine {
 public:
  struct Settings {
    /// At most 32 printable ASCII characters; the peer must send the same.
    std::string buildId;
    /// Of the plan's frames, from the command line.
    Sha256Digest planHash{};
    /// Where lasting settings are; null: nothing lasts here.
    SettableLastingPlace* lastingPlace = nullptr;
    /// Milliseconds since 1970, for what is made to last.
    std::function<std::int64_t()> wallClock = [] { return std::int64_t{0}; };
  };

  HelperMachine(SettableIpStack& stack, FrameSink& sink, Settings settings, std::uint64_t now);

  /// The peer sent these bytes as one frame; any length is taken.
  void receive(std::uint64_t now, std::span<const std::uint8_t> bytes);

  /// The peer is gone or does not read.
  void channelBroken(std::uint64_t now);

  /// The system or the user wants this process to end (SIGTERM, logoff).
  void askedToStop(std::uint64_t now);

  /// Does what is due. To be called at nextWakeUp(), harmless at any other time.
  void tick(std::uint64_t now);

  /// When tick() is due: 0 for at once.
  [[nodiscard]] std::uint64_t nextWakeUp() const;

  /// The exit code, once there is nothing left to do.
  [[nodiscard]] std::optional<ExitCode> finished() const { return exitCode_; }

 private:
  enum class State {
    hello,
    plan,
    preparing,
    announcing,
    prepared,
    applying,
    waiting,
    takingBack,
    settlingKept,
    done,
  };

  [[nodiscard]] bool changedNothingYet() const { return state_ < State::applying; }
  [[nodiscard]] bool isAtWork() const;
  void enter(State state, std::uint64_t limit);
  void expire(std::uint64_t now);
  void work(std::uint64_t now);

  void handle(std::uint64_t now, std::span<const std::uint8_t> frame, const AppMessage& message);
  void handleHello(std::uint64_t now, const AppMessage& message);
  void handlePlan(std::span<const std::uint8_t> frame, const AppMessage& message);
  void handleRevert();
  void protocolBroken();

  void startPreparing();
  void prepareNext();
  void prepareLasting();
  void announceNext(std::uint64_t now);
  void applyNext(std::uint64_t now);
  void waitForConfirm(std::uint64_t now);
  void keep(std::uint64_t now);

  /// No cause: the plan failed and is rolled back.
  void takeBack(std::optional<RevertCause> cause);
  void finishTakingBack();
  void finish(ExitCode code);

  SettableIpStack& stack_;
  MessageSender sender_;
  std::string buildId_;
  std::uint64_t hardCapAt_;

  State state_ = State::hello;
  /// When the state's own time is over; kNever for states that work.
  std::uint64_t limitAt_;
  std::uint32_t expectedSequence_ = 0;
  PlanAssembler assembler_;
  std::uint32_t deadlineSeconds_ = 0;
  std::vector<OperationRecord> records_;
  /// The next record to prepare, announce or apply.
  std::size_t cursor_ = 0;
  bool obstacleFound_ = false;
  LastingStep lasting_;
  Settling settling_;
  std::optional<TakingBack> takingBack_;
  std::optional<RevertCause> revertCause_;
  std::optional<ExitCode> exitCode_;
};

}  // namespace interface_panel
