// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stack/ip_stack.h"
#include "transaction/message_sender.h"
#include "transaction/operation_record.h"

namespace interface_panel {

/// Makes one operation of a committed plan and tells the peer what became of it.
class Application {
 public:
  Application(SettableIpStack& stack, MessageSender& sender) : stack_(stack), sender_(sender) {}

  /// Applies the operation with this index. It may alter the footprints of later ones on the same
  /// interface, which therefore are looked at right before and taken anew right after it: so
  /// another program's change is never taken for our own. False means that the whole plan must be
  /// taken back.
  bool apply(std::span<OperationRecord> records, std::size_t index);

 private:
  bool set(std::span<OperationRecord> records, std::size_t index);
  using Look = bool (Application::*)(OperationRecord& record, std::uint16_t index);
  bool forEach(std::span<OperationRecord> records, const std::vector<std::size_t>& indexes,
               Look look);
  bool isUntouched(OperationRecord& record, std::uint16_t index);
  bool followOwnChange(OperationRecord& record, std::uint16_t index);
  bool recordChange(OperationRecord& record, std::uint16_t index);
  void restore(OperationRecord& record, std::uint16_t index);
  OutcomeMessage restoreFromJournal(OperationRecord& record, const Footprint& found);
  void recordRestored(OperationRecord& record, OutcomeMessage outcome);

  bool fail(std::uint16_t index, const Error& error);
  void report(OutcomeMessage outcome, const Operation& operation);

  SettableIpStack& stack_;
  MessageSender& sender_;
};

}  // namespace interface_panel
