// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/footprint_codec.h"
#include "stack/linux/ip_interface_row.h"
#include "stack/linux/link_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/operation.h"
#include "stack/result.h"

namespace interface_panel {

/// The link that an operation concerns, found again right before it is used.
struct ChangeTarget {
  NetlinkSocket& route;
  Link link;
  Family family;

  [[nodiscard]] LinkIdentity identity() const { return identityOf(link); }
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

  /// Makes everything in the body `before` as it was there. Whoever calls it has found the live
  /// body similar to `after`, or has failed half way between the two. Errors: EINVAL, before
  /// anything is written, when a body is malformed; otherwise what kept a value from being put
  /// back.
  virtual Result<Done> restore(ChangeTarget& target, Bytes before, Bytes after) = 0;

  /// Whether two bodies agree in all that tells our change from another program's. What changes by
  /// itself (lifetimes, what a router announces) is no difference. None when one is malformed.
  virtual std::optional<bool> similar(Bytes one, Bytes other, const ChangeTarget& target) = 0;
};

}  // namespace interface_panel
