// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "stack/facts_hash.h"
#include "stack/standing_facts.h"

namespace interface_panel {

/// Rows of a list in whose place others come: of those from `start` on `removed` go, and of the
/// list after those from `first` on, `added` of them, stand there then.
struct Splice {
  /// A place in the list before.
  std::size_t start = 0;
  std::size_t removed = 0;
  /// A place in the list after.
  std::size_t first = 0;
  std::size_t added = 0;

  bool operator==(const Splice&) const = default;
};

/// In ascending order; between two of them rows stay.
using Splices = std::vector<Splice>;

/// No place in a list.
inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// The splices between two lists, of which the one before has `rowsBefore` rows: by row of the list
/// after the place where that very row stood before, or kNowhere. As few rows as possible go and
/// come; what changed places against the others does both.
Splices splicesByPartners(const std::vector<std::size_t>& partners, std::size_t rowsBefore);

template <typename Row>
bool isSameRow(const Row& one, const Row& other) {
  return standingFacts(one) == standingFacts(other);
}

/// Finds rows of a list by what they hold, each once.
template <typename Row>
class RowFinder {
 public:
  explicit RowFinder(std::span<const Row> rows)
      : rows_(rows), heads_(std::bit_ceil(rows.size()), kNowhere), next_(rows.size()) {
    for (std::size_t place = rows.size(); place-- > 0;) {
      next_[place] = std::exchange(head(rows[place]), place);
    }
  }

  /// The first place with this very row which was not taken before; kNowhere when none is left.
  std::size_t take(const Row& row) {
    std::size_t* link = &head(row);
    while (*link != kNowhere && !isSameRow(rows_[*link], row)) link = &next_[*link];
    return *link == kNowhere ? kNowhere : std::exchange(*link, next_[*link]);
  }

 private:
  /// Where the chain of rows begins that share some bits of their hash.
  std::size_t& head(const Row& row) {
    FactsHash hash;
    hash.add(standingFacts(row));
    return heads_[hash.value() & (heads_.size() - 1)];
  }

  std::span<const Row> rows_;
  std::vector<std::size_t> heads_;
  /// By row the place of the next one in its chain.
  std::vector<std::size_t> next_;
};

/// By row of `after` the place of that row in `before`, or kNowhere.
template <typename Row>
std::vector<std::size_t> findPartners(std::span<const Row> before, std::span<const Row> after) {
  std::vector<std::size_t> partners(after.size(), kNowhere);
  if (before.empty() || after.empty()) return partners;
  RowFinder<Row> finder(before);
  std::ranges::transform(after, partners.begin(),
                         [&finder](const Row& row) { return finder.take(row); });
  return partners;
}

/// How many rows two lists have in common at their beginnings.
template <typename Rows>
std::size_t commonRows(const Rows& before, const Rows& after) {
  const auto end = std::ranges::mismatch(
      before, after, [](const auto& one, const auto& other) { return isSameRow(one, other); });
  return static_cast<std::size_t>(std::ranges::distance(std::ranges::begin(before), end.in1));
}

/// The splices that make `after` of `before`, but for what drifts by itself. Rows alone between the
/// first and the last that changed are looked up; the others are compared in place.
template <typename Row>
Splices spliceRows(std::span<const Row> before, std::span<const Row> after) {
  const std::size_t start = commonRows(before, after);
  before = before.subspan(start);
  after = after.subspan(start);
  const std::size_t rest = commonRows(before | std::views::reverse, after | std::views::reverse);
  before = before.first(before.size() - rest);
  after = after.first(after.size() - rest);
  Splices splices = splicesByPartners(findPartners(before, after), before.size());
  for (Splice& splice : splices) {
    splice.start += start;
    splice.first += start;
  }
  return splices;
}

}  // namespace interface_panel
