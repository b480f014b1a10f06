// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stack/linux/link_table.h"

namespace interface_panel {

/// What tells a link apart from another one that came to its place: indexes, names and addresses
/// are all reused, and the two last change while the link lives (a rename, Wi-Fi address
/// randomisation).
struct LinkIdentity {
  std::uint32_t index = 0;
  std::string name;
  std::vector<std::uint8_t> address;
  /// The inode of the link's folder in sysfs: it lasts as long as the link, whatever its name, and
  /// no other link gets it (kernfs counts up). 0 where sysfs does not show the link.
  std::uint64_t folder = 0;

  bool operator==(const LinkIdentity&) const = default;
};

/// The identity of a link that was just read.
LinkIdentity identityOf(const Link& link);

/// Whether both are one link, renamed or not. Where sysfs does not tell, name and address decide.
bool sameLink(const LinkIdentity& one, const LinkIdentity& other);

}  // namespace interface_panel
