// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/field_change.h"

namespace interface_panel {

/// The IPv4 NlMtu is the link's MTU. Setting it overwrites the IPv6 MTU and the mtu metric of IPv6
/// routes, so that the footprint is all three.
class LinkMtuChange final : public WholeChange {
 public:
  Result<Refusal> check(ChangeTarget& target, std::int64_t value) override;
  Result<Done> capture(ChangeTarget& target, FootprintWriter& body) override;
  Result<Done> set(ChangeTarget& target, std::int64_t value) override;
  [[nodiscard]] bool isBack(Bytes live, const Undo& undo) const override;
  [[nodiscard]] bool fits(const Undo& undo) const override;
  [[nodiscard]] std::optional<bool> similar(Bytes one, Bytes other,
                                            const IpInterfaceKey& key) const override;

 protected:
  Result<Restored> restore(ChangeTarget& target, const Undo& undo) override;
};

}  // namespace interface_panel
