// SPDX-License-Identifier: MIT
#include "stack/linux/mtu_ties.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <utility>

#include "stack/linux/upper_links.h"

namespace interface_panel {
namespace {

bool followsLowerMtu(const Link& link) {
  constexpr std::array<std::string_view, 6> kinds{"vlan",   "macvlan", "macvtap",
                                                  "ipvlan", "ipvtap",  "macsec"};
  return std::find(kinds.begin(), kinds.end(), link.kind) != kinds.end();
}

}  // namespace

MtuTies::MtuTies(const std::vector<Link>& links) {
  for (const Link& link : links) {
    if (link.master) followed_.insert(*link.master);
    if (link.lower && followsLowerMtu(link)) followed_.insert(*link.lower);
  }
}

bool MtuTies::tied(const Link& link) const {
  // Setting a bridge's MTU by hand ends its following the ports', and cannot be undone.
  return link.master.has_value() || link.kind == "bridge" || followed_.contains(link.index);
}

Result<bool> isMtuTied(NetlinkSocket& route, const Link& link) {
  if (link.master || link.kind == "bridge") return true;
  if (const auto uppers = readUpperLinks(link)) {
    std::vector<Link> near;
    for (const std::string& name : *uppers) {
      auto upper = readLinkByName(route, name);
      // It may have gone or changed its name since.
      if (!upper && upper.error().code == ENODEV) continue;
      if (!upper) return upper.error();
      near.push_back(std::move(upper.value()));
    }
    return MtuTies(near).tied(link);
  }
  const auto links = readLinks(route);
  if (!links) return links.error();
  return MtuTies(links.value()).tied(link);
}

}  // namespace interface_panel
