// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "stack/snapshot.h"

namespace interface_panel {

/// The order in which the kernel lists prefixes of one table: IPv4 by address and the longer one of
/// the same address first (fib_trie.c), IPv6 by address, too, but each before those that contain it
/// (ip6_fib.c). Both are of one family.
std::weak_ordering comparePlaces(const IpPrefix& one, const IpPrefix& other);

/// Of two routes of one table to one prefix: by type of service and metric. Of those that are alike
/// in both the kernel prefers the first.
bool isPreferred(const Route& one, const Route& other);

/// All routes of one table to one prefix. Ascending as in the list.
struct RouteGroup {
  /// Number of the table in the list.
  std::size_t table = 0;
  IpPrefix destination;

  bool operator<(const RouteGroup& other) const;
};

/// Where routes stand in a list of the kernel's, of which each table is one piece.
class RouteOrder {
 public:
  /// Learns where the tables are. False, and nothing is found, when the list is in another order
  /// than the one we know, has a route twice, or routes that are limited to a source.
  bool learn(std::span<const Route> rows);

  /// None: no route of its table was in the list, so that nobody knows where that would be.
  [[nodiscard]] std::optional<RouteGroup> groupOf(const Route& route) const;

  /// Where the group's routes begin and end in this list.
  [[nodiscard]] std::pair<std::size_t, std::size_t> find(std::span<const Route> rows,
                                                         const RouteGroup& group) const;

  /// The list has so many rows of that table more, or less.
  void grow(std::size_t table, std::ptrdiff_t rows);

 private:
  struct Table {
    Family family = Family::ipv4;
    std::uint32_t number = 0;
    std::size_t rows = 0;
  };
  [[nodiscard]] std::optional<std::size_t> tableOf(const Route& route) const;

  std::vector<Table> tables_;
};

}  // namespace interface_panel
