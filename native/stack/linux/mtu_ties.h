// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "stack/linux/link_table.h"

namespace interface_panel {

/// Which links have an MTU that is tied to other links', so that changing it would change theirs or
/// could not be taken back: ports, masters, bridges, and links with VLANs and the like above them.
class MtuTies {
 public:
  explicit MtuTies(const std::vector<Link>& links);

  [[nodiscard]] bool tied(const Link& link) const;

 private:
  std::set<std::uint32_t> followed_;
};

/// The same of one link, by the links that stand on it. Errors: those of RTM_GETLINK.
Result<bool> isMtuTied(NetlinkSocket& route, const Link& link);

}  // namespace interface_panel
