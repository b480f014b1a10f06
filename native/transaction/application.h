// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/ip_stack.h"
#include "transaction/message_sender.h"
#include "transaction/operation_record.h"

namespace interface_panel {

/// Makes one operation of a committed plan and tells the peer what became of it.
class Application {
 public:
  Application(SettableIpStack& stack, MessageSender& sender) : stack_(stack), sender_(sender) {}

  /// Applies the operation with this index. `sharesInterface` says that an earlier operation of the
  /// plan touched the same interface and may have altered its footprint. False means that the whole
  /// plan must be taken back.
  bool apply(OperationRecord& record, std::uint16_t index, bool sharesInterface);

 private:
  bool set(OperationRecord& record, std::uint16_t index, bool sharesInterface);
  bool refreshFootprint(OperationRecord& record, std::uint16_t index, bool sharesInterface);
  bool followOwnChange(OperationRecord& record, std::uint16_t index, Footprint found,
                       std::int64_t live);
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
