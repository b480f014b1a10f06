// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "stack/field.h"

namespace interface_panel {

/// One value of one IP interface.
struct Member {
  IpInterfaceKey key;
  Field field = Field::Metric;

  auto operator<=>(const Member&) const = default;
};

/// Who wrote which member of the network. It holds two laws at every single write of the helper:
/// nothing is changed before COMMIT (I2), and never a value that is not ours (I4).
class Ledger {
 public:
  struct Entry {
    /// The value the helper may go by: what it captured, what it left there. None: any.
    std::optional<std::int64_t> known;
    /// What was there before the helper's first write, or what its footprint names.
    std::optional<std::int64_t> first;
    /// The helper wrote it last.
    bool isHelpers = false;
  };

  /// A footprint names this member with this value.
  void name(const Member& member, std::optional<std::int64_t> known);

  /// The helper cannot know what it left there: any value will do, if a footprint names it.
  void forget(const Member& member);

  /// COMMIT was sent by the app when it was due.
  void commit() { isCommitted_ = true; }
  [[nodiscard]] bool isCommitted() const { return isCommitted_; }

  void helperWrote(const Member& member, std::int64_t from, std::int64_t to);
  void outsideWrote(const Member& member);
  /// Another adapter has this LUID now: nothing that was ours is there.
  void replaced(std::uint64_t luid);
  /// The adapter went, or came back.
  void moved(std::uint64_t luid) { touched_.insert(luid); }

  [[nodiscard]] bool hasHelperWritten() const { return hasHelperWritten_; }
  [[nodiscard]] const std::map<Member, Entry>& entries() const { return entries_; }
  /// Somebody else changed something of this adapter.
  [[nodiscard]] bool isTouched(std::uint64_t luid) const { return touched_.count(luid) != 0; }

 private:
  std::map<Member, Entry> entries_;
  std::set<std::uint64_t> touched_;
  bool isCommitted_ = false;
  bool hasHelperWritten_ = false;
};

}  // namespace interface_panel
