// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stack/ip_stack.h"
#include "transaction/message_sender.h"
#include "transaction/operation_record.h"
#include "transaction/settling.h"

namespace interface_panel {

/// Takes back every changed operation in reverse order, one per step, then waits for what cannot be
/// finished at once: interfaces that are gone, calls that failed, a stack that is not settled.
class TakingBack {
 public:
  /// `giveUpAt` ends the wait for interfaces that are gone, in the machine's milliseconds.
  TakingBack(SettableIpStack& stack, MessageSender& sender, std::vector<OperationRecord>& records,
             std::uint64_t giveUpAt);

  /// Does the next piece of work that is due, until finished.
  void step(std::uint64_t now);

  /// Tries what is left once more and waits for no interface after that.
  void stopWaiting() { giveUpAt_ = 0; }

  /// When step() has something to do, until finished: 0 for at once.
  [[nodiscard]] std::uint64_t nextWakeUp() const;

  [[nodiscard]] bool finished() const { return phase_ == Phase::finished; }

  /// Everything is as before and settled. To be asked when finished.
  [[nodiscard]] bool complete() const { return complete_; }

 private:
  enum class Phase { firstPass, reporting, waiting, finished };

  /// An operation that could not be taken back yet.
  struct Waiting {
    std::size_t index;
    OutcomeMessage lastOutcome;
  };

  void tryNext();
  void reportFirstPass(std::uint64_t now);
  void retry(std::uint64_t now);
  void wait(std::uint64_t now);
  [[nodiscard]] bool mustWait(std::size_t index, const std::vector<Waiting>& waiting) const;
  [[nodiscard]] bool givesUp(const Waiting& waiting, std::uint64_t now) const;
  void conclude(const OutcomeMessage& outcome);
  [[nodiscard]] OutcomeMessage tryOnce(OperationRecord& record);

  SettableIpStack& stack_;
  MessageSender& sender_;
  std::vector<OperationRecord>& records_;
  std::uint64_t giveUpAt_;
  Phase phase_ = Phase::firstPass;
  /// Records at and above this index were tried.
  std::size_t untried_;
  std::vector<OutcomeMessage> outcomes_;
  /// From the last operation to the first.
  std::vector<Waiting> waiting_;
  std::uint64_t retryAt_ = 0;
  std::uint64_t retryErrorsUntil_ = 0;
  Settling settling_;
  bool complete_ = true;
};

}  // namespace interface_panel
