// SPDX-License-Identifier: MIT
// Conversations and accidents in any order, on the simulated stack. The oracle is the law of a
// transaction: what another program set is never overwritten, nothing is changed before COMMIT, and
// each value ends old, or new and confirmed, or named as not put back.
#include "choices.h"
#include "conversation.h"
#include "tally.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace interface_panel;
  Choices choices({data, size});
  Conversation conversation(choices);
  conversation.run();
  Tally::count(conversation.isPrepared());
  return 0;
}
