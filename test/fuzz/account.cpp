// SPDX-License-Identifier: MIT
#include "account.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "require.h"

namespace interface_panel {

std::size_t Account::OfOperation::times(Outcome outcome) const {
  return static_cast<std::size_t>(std::count(outcomes.begin(), outcomes.end(), outcome));
}

std::size_t Account::OfOperation::timesTakenBack() const {
  return static_cast<std::size_t>(
      std::count_if(outcomes.begin(), outcomes.end(),
                    [](Outcome outcome) { return outcome >= Outcome::restored; }));
}

void Account::hear(const Frame& frame) {
  const auto decoded = decodeHelperFrame(frame, static_cast<std::uint32_t>(told_.size()));
  require(std::holds_alternative<HelperMessage>(decoded),
          "every frame sent is well formed and numbered");
  require(told_.empty() || !std::holds_alternative<DoneMessage>(told_.back()),
          "DONE is the last frame");
  told_.push_back(std::get<HelperMessage>(decoded));
  if (std::getenv("FZ")) {
    std::fprintf(stderr, "told type %zu:", told_.back().index());
    for (int i = 8; i < 26; ++i) std::fprintf(stderr, " %02x", frame[static_cast<std::size_t>(i)]);
    std::fprintf(stderr, "\n");
  }
  std::visit([this](const auto& message) { note(message); }, told_.back());
}

void Account::note(const OutcomeMessage& message) {
  require(message.operation < operations_.size(), "an outcome is of an operation of the plan");
  operations_[message.operation].outcomes.push_back(message.outcome);
}

void Account::note(const StaleMessage& message) {
  require(message.operation < operations_.size(), "STALE is of an operation of the plan");
  operations_[message.operation].isStale = true;
}

void Account::note(const FootprintMessage& message) {
  require(message.operation < operations_.size(), "a footprint is of an operation of the plan");
  OfOperation& operation = operations_[message.operation];
  const auto which = static_cast<std::size_t>(message.which);
  std::size_t& bytes = operation.footprintBytes[which];
  if (message.offset == 0) bytes = 0;
  require(message.offset == bytes, "a footprint comes in order, without a gap");
  bytes += message.length;
  operation.footprintTotal[which] = message.total;
}

}  // namespace interface_panel
