// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stack/linux/link_table.h"

namespace interface_panel {

/// What tells a link apart from one that was renamed or made anew: indexes and names are both
/// reused.
struct LinkIdentity {
  std::uint32_t index = 0;
  std::string name;
  std::vector<std::uint8_t> address;

  bool operator==(const LinkIdentity&) const = default;
};

inline LinkIdentity identityOf(const Link& link) { return {link.index, link.name, link.address}; }

}  // namespace interface_panel
