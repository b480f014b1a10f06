// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/footprint_codec.h"
#include "stack/linux/ip_interface_row.h"
#include "stack/linux/link_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/linux/route_facts.h"
#include "stack/operation.h"
#include "stack/result.h"

namespace interface_panel {

/// The link that an operation concerns, found again right before it is used.
struct ChangeTarget {
  NetlinkSocket& route;
  RouteFacts& routes;
  Link link;
  Family family;

  [[nodiscard]] LinkIdentity identity() const { return identityOf(link); }
  [[nodiscard]] IpInterfaceKey key() const { return {link.luid(), family}; }
};

/// What is to be taken back, by the bodies captured right before and right after it was done.
struct Undo {
  const Operation& operation;
  Bytes before;
  Bytes after;
  /// The bodies come from a journal, which others can write. Then nothing but the member that the
  /// operation names is reached.
  bool journalled = false;
};

/// How one field is changed and taken back on Linux. A footprint body is what `capture` wrote after
/// the common header.
class FieldChange {
 public:
  FieldChange() = default;
  FieldChange(const FieldChange&) = delete;
  FieldChange& operator=(const FieldChange&) = delete;
  virtual ~FieldChange() = default;

  /// Why this value is refused here now although the field can be set, or none.
  virtual Result<Refusal> check(ChangeTarget& target, std::int64_t value) = 0;

  /// Everything that setting the field may alter, as it is now.
  virtual Result<Done> capture(ChangeTarget& target, FootprintWriter& body) = 0;

  /// Makes the change. May stop half way with an error; the caller then restores.
  virtual Result<Done> set(ChangeTarget& target, std::int64_t value) = 0;

  /// Whether the bodies can be those of the operation: each well formed and of its IP interface
  /// alone, and the value before the one that the operation expected. An empty `after` is unknown.
  [[nodiscard]] virtual bool fits(const Undo& undo) const = 0;

  /// Puts back what the operation altered, if it still stands as `live` tells; what belongs to
  /// others is left alone, and told as foreign. Errors: EINVAL, before anything is written, when a
  /// body is malformed; otherwise what kept a value from being put back.
  virtual Result<Restored> takeBack(ChangeTarget& target, Bytes live, const Undo& undo) = 0;

  /// Whether all that takeBack owes is there. False when a body is malformed.
  [[nodiscard]] virtual bool isBack(Bytes live, const Undo& undo) const = 0;

  /// Whether two bodies agree in all that tells our change from another program's. What changes by
  /// itself (lifetimes, what a router announces) is no difference. None when one is malformed.
  [[nodiscard]] virtual std::optional<bool> similar(Bytes one, Bytes other,
                                                    const IpInterfaceKey& key) const = 0;
};

/// A change whose footprint is its own as a whole: ours while it is as we left it, else foreign.
class WholeChange : public FieldChange {
 public:
  Result<Restored> takeBack(ChangeTarget& target, Bytes live, const Undo& undo) final;

  [[nodiscard]] bool isBack(Bytes live, const Undo& undo) const override;

 protected:
  /// Makes everything in `before` as it was there, as far as that is reached. Errors as takeBack.
  virtual Result<Restored> restore(ChangeTarget& target, const Undo& undo) = 0;
};

}  // namespace interface_panel
