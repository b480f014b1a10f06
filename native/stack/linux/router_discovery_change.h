// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/field_change.h"

namespace interface_panel {

/// RouterDiscoveryBehavior is accept_ra, where 1 and 2 both mean enabled. Once it is on, routers
/// bring routes, addresses and settings of the link; taking it back takes those away again. The
/// footprint is the raw value and what routers had brought before.
class RouterDiscoveryChange final : public WholeChange {
 public:
  Result<Refusal> check(ChangeTarget& target, std::int64_t value) override;
  Result<Done> capture(ChangeTarget& target, FootprintWriter& body) override;
  Result<Done> set(ChangeTarget& target, std::int64_t value) override;
  [[nodiscard]] bool fits(const Undo& undo) const override;
  [[nodiscard]] std::optional<bool> similar(Bytes one, Bytes other,
                                            const IpInterfaceKey& key) const override;

 protected:
  Result<Restored> restore(ChangeTarget& target, const Undo& undo) override;
};

}  // namespace interface_panel
