// SPDX-License-Identifier: MIT
#include "stack/linux/route_order.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "stack/row_splices.h"

namespace interface_panel {
namespace {

constexpr std::uint8_t kIpv4Bits = 32;

std::weak_ordering compareBits(const IpAddress& one, const IpAddress& other, std::size_t bits) {
  const std::size_t whole = bits / 8;
  const int compared = std::memcmp(one.bytes.data(), other.bytes.data(), whole);
  if (compared != 0 || bits % 8 == 0) return compared <=> 0;
  const auto unused = static_cast<unsigned>(8 - bits % 8);
  return one.bytes[whole] >> unused <=> other.bytes[whole] >> unused;
}

}  // namespace

std::weak_ordering comparePlaces(const IpPrefix& one, const IpPrefix& other) {
  const std::uint8_t bits = one.address.family == Family::ipv4
                                ? kIpv4Bits
                                : std::min(one.prefixLength, other.prefixLength);
  const std::weak_ordering compared = compareBits(one.address, other.address, bits);
  return compared != 0 ? compared : other.prefixLength <=> one.prefixLength;
}

bool isPreferred(const Route& one, const Route& other) {
  // fib_find_alias: the greater one first.
  if (one.tos != other.tos) return one.tos > other.tos;
  return one.metric < other.metric;
}

bool RouteGroup::operator<(const RouteGroup& other) const {
  if (table != other.table) return table < other.table;
  return comparePlaces(destination, other.destination) < 0;
}

bool RouteOrder::learn(std::span<const Route> rows) {
  tables_.clear();
  const Route* before = nullptr;
  for (const Route& row : rows) {
    const bool goesOn =
        before != nullptr && before->table == row.table && before->family == row.family;
    bool known = row.source.prefixLength == 0;
    if (goesOn) {
      const auto compared = comparePlaces(before->destination, row.destination);
      known = known && (compared < 0 ||
                        (compared == 0 && !isPreferred(row, *before) && !isSameRow(*before, row)));
    } else {
      known = known && !tableOf(row);
      tables_.push_back({row.family, row.table, 0});
    }
    if (!known) {
      tables_.clear();
      return false;
    }
    ++tables_.back().rows;
    before = &row;
  }
  return true;
}

std::optional<RouteGroup> RouteOrder::groupOf(const Route& route) const {
  const auto table = tableOf(route);
  if (!table) return std::nullopt;
  return RouteGroup{*table, route.destination};
}

std::pair<std::size_t, std::size_t> RouteOrder::find(std::span<const Route> rows,
                                                     const RouteGroup& group) const {
  std::size_t start = 0;
  for (std::size_t i = 0; i < group.table; ++i) start += tables_[i].rows;
  const auto table = rows.subspan(start, tables_[group.table].rows);
  const auto begin = std::ranges::partition_point(table, [&group](const Route& row) {
    return comparePlaces(row.destination, group.destination) < 0;
  });
  const auto end = std::find_if(begin, table.end(), [&group](const Route& row) {
    return comparePlaces(row.destination, group.destination) != 0;
  });
  return {start + static_cast<std::size_t>(begin - table.begin()),
          start + static_cast<std::size_t>(end - table.begin())};
}

void RouteOrder::grow(std::size_t table, std::ptrdiff_t rows) {
  tables_[table].rows += static_cast<std::size_t>(rows);
}

std::optional<std::size_t> RouteOrder::tableOf(const Route& route) const {
  const auto table = std::ranges::find_if(tables_, [&route](const Table& known) {
    return known.family == route.family && known.number == route.table;
  });
  if (table == tables_.end()) return std::nullopt;
  return static_cast<std::size_t>(table - tables_.begin());
}

}  // namespace interface_panel
