// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/field_change.h"

namespace interface_panel {

/// The IPv4 NlMtu is the link's MTU. Setting it overwrites the IPv6 MTU and the mtu metric of IPv6
/// routes, so that the footprint is all three.
class LinkMtuChange final : public FieldChange {
 public:
  Result<Refusal> check(ChangeTarget& target, std::int64_t value) override;
  Result<Done> capture(ChangeTarget& target, FootprintWriter& body) override;
  Result<Done> set(ChangeTarget& target, std::int64_t value) override;
  Result<Done> restore(ChangeTarget& target, Bytes before, Bytes after) override;
  std::optional<bool> similar(Bytes one, Bytes other, const ChangeTarget& target) override;
};

}  // namespace interface_panel
