// SPDX-License-Identifier: MIT
#include "stack/row_splices.h"

namespace interface_panel {
namespace {

/// Where the longest choice of partners that ascend has its members: rows that can stay where they
/// are among each other. Patience sorting, which is linear for rows that are in order anyway.
std::vector<std::size_t> longestAscent(const std::vector<std::size_t>& partners) {
  // By length the place where the ascent of that many members ends whose last partner is the least.
  std::vector<std::size_t> ends;
  std::vector<std::size_t> previous(partners.size(), kNowhere);
  const auto endsBefore = [&partners](std::size_t end, std::size_t partner) {
    return partners[end] < partner;
  };
  for (std::size_t place = 0; place < partners.size(); ++place) {
    const std::size_t partner = partners[place];
    if (partner == kNowhere) continue;
    const bool goesOn = ends.empty() || endsBefore(ends.back(), partner);
    const auto end =
        goesOn ? ends.end() : std::lower_bound(ends.begin(), ends.end(), partner, endsBefore);
    if (end != ends.begin()) previous[place] = *std::prev(end);
    if (goesOn) {
      ends.push_back(place);
    } else {
      *end = place;
    }
  }
  std::vector<std::size_t> ascent(ends.size());
  std::size_t place = ends.empty() ? kNowhere : ends.back();
  for (std::size_t& member : ascent | std::views::reverse) {
    member = std::exchange(place, previous[place]);
  }
  return ascent;
}

}  // namespace

Splices splicesByPartners(const std::vector<std::size_t>& partners, std::size_t rowsBefore) {
  Splices splices;
  std::size_t before = 0;
  std::size_t after = 0;
  // The rows up to one that stays, which is passed over.
  const auto spliceUpTo = [&](std::size_t stayedBefore, std::size_t stayedAfter) {
    if (before != stayedBefore || after != stayedAfter) {
      splices.push_back({before, stayedBefore - before, after, stayedAfter - after});
    }
    before = stayedBefore + 1;
    after = stayedAfter + 1;
  };
  for (const std::size_t place : longestAscent(partners)) spliceUpTo(partners[place], place);
  spliceUpTo(rowsBefore, partners.size());
  return splices;
}

}  // namespace interface_panel
