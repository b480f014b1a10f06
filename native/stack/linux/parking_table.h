// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace interface_panel {

// Default routes that DisableDefaultRoutes has taken out of use wait in tables of our own, which no
// rule looks up: one per link for routes that move with every attribute, and one per link for
// copies of those that a router announced. Sharing one table would merge IPv6 routes of equal
// metric into a multipath route, which the kernel no longer tells apart. "0x49.." is 'I'.
inline constexpr std::uint32_t kParkedRoutesTable = 0x49000000;
inline constexpr std::uint32_t kParkedLearntRoutesTable = 0x4A000000;

/// Where the moved default routes of a link wait. A LUID holds 24 bits of the index.
constexpr std::uint32_t parkedRoutesTable(std::uint32_t index) {
  return kParkedRoutesTable | (index & 0xFFFFFFU);
}

/// Where copies of its learnt default routes wait, each under a metric of its own.
constexpr std::uint32_t parkedLearntRoutesTable(std::uint32_t index) {
  return kParkedLearntRoutesTable | (index & 0xFFFFFFU);
}

/// Whether `table` is one of the two for any link.
constexpr bool isParkingTable(std::uint32_t table) {
  const std::uint32_t base = table & 0xFF000000U;
  return base == kParkedRoutesTable || base == kParkedLearntRoutesTable;
}

}  // namespace interface_panel
