// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "stack/linux/address_table.h"
#include "stack/linux/field_change.h"

namespace interface_panel {

/// LinkLocalAddressBehavior is addr_gen_mode. Switching it on makes the kernel generate a
/// link-local address at once; switching it off keeps those that are there. The footprint is the
/// raw mode and the link-local addresses.
class LinkLocalChange final : public WholeChange {
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
