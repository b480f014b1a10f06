// SPDX-License-Identifier: MIT
#include "ledger.h"

#include "require.h"

namespace interface_panel {

void Ledger::name(const Member& member, std::optional<std::int64_t> known) {
  entries_[member].known = known;
}

void Ledger::forget(const Member& member) {
  const auto found = entries_.find(member);
  if (found == entries_.end()) return;
  Entry& entry = found->second;
  // What it then puts back is what the footprint before names, whoever wrote there since.
  if (!entry.first) entry.first = entry.known;
  entry.known.reset();
}

void Ledger::helperWrote(const Member& member, std::int64_t from, std::int64_t to) {
  require(isCommitted_, "nothing is changed before COMMIT");
  const auto found = entries_.find(member);
  require(found != entries_.end(), "nothing is changed that no footprint names");
  Entry& entry = found->second;
  require(!entry.known || entry.known == from, "what another program set is never overwritten");
  if (!entry.first) entry.first = from;
  entry.known = to;
  entry.isHelpers = true;
  hasHelperWritten_ = true;
}

void Ledger::outsideWrote(const Member& member) {
  touched_.insert(member.key.luid);
  const auto found = entries_.find(member);
  if (found != entries_.end()) found->second.isHelpers = false;
}

void Ledger::replaced(std::uint64_t luid) {
  std::erase_if(entries_, [luid](const auto& entry) { return entry.first.key.luid == luid; });
}

}  // namespace interface_panel
