// SPDX-License-Identifier: MIT
#include "stack/simulated/row_edit.h"

#include <algorithm>

namespace interface_panel::simulated {
namespace {

constexpr std::int64_t kLongestIpv6Prefix = 128;

}  // namespace

void putValue(IpInterface& row, Field field, std::int64_t value) {
  row.value(field) = value;
  if (field == Field::Metric) row.value(Field::UseAutomaticMetric) = 0;
}

void repairSitePrefixLength(IpInterface& row) {
  std::optional<std::int64_t>& length = row.value(Field::SitePrefixLength);
  length = row.key.family == Family::ipv4 ? 0 : std::min(*length, kLongestIpv6Prefix);
}

}  // namespace interface_panel::simulated
