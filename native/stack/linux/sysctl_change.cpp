// SPDX-License-Identifier: MIT
#include "stack/linux/sysctl_change.h"

#include <algorithm>
#include <cerrno>

#include "stack/linux/field_values.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

// Neighbour timers are kept in the kernel's ticks, so that the greatest ones read back higher than
// what may be written.
constexpr std::int64_t kMaxRead = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::optional<std::int64_t> SysctlChange::decode(Bytes body) const {
  FootprintReader reader(body);
  const std::int64_t raw = reader.number(place_.min, kMaxRead);
  if (!reader.complete()) return std::nullopt;
  return raw;
}

Result<Refusal> SysctlChange::check(ChangeTarget&, std::int64_t value) {
  return value >= place_.min && value <= place_.max ? Refusal::none : Refusal::outOfRange;
}

Result<Done> SysctlChange::capture(ChangeTarget& target, FootprintWriter& body) {
  const auto directory = SysctlDirectory::open(target.route, place_.base, target.identity());
  if (!directory) return directory.error();
  const auto raw = directory->read(place_.file);
  if (!raw) return raw.error();
  body.number(raw.value());
  return Done{};
}

Result<Done> SysctlChange::set(ChangeTarget& target, std::int64_t value) {
  const auto directory = SysctlDirectory::open(target.route, place_.base, target.identity());
  if (!directory) return directory.error();
  return directory->write(place_.file, value);
}

Result<Done> SysctlChange::restore(ChangeTarget& target, Bytes before, Bytes after) {
  const auto raw = decode(before);
  if (!raw || !decode(after)) return posixError(EINVAL, "footprint");
  const auto directory = SysctlDirectory::open(target.route, place_.base, target.identity());
  if (!directory) return directory.error();
  return directory->write(place_.file, std::min(*raw, place_.max));
}

std::optional<bool> SysctlChange::similar(Bytes one, Bytes other, const ChangeTarget&) {
  const auto first = decode(one);
  const auto second = decode(other);
  if (!first || !second) return std::nullopt;
  return *first == *second;
}

Ipv6MtuChange::Ipv6MtuChange() : SysctlChange({"ipv6/conf", "mtu", kIpv6MinimumMtu}) {}

Result<Refusal> Ipv6MtuChange::check(ChangeTarget& target, std::int64_t value) {
  if (value > target.link.mtu) return Refusal::mtuAboveLinkMtu;
  return SysctlChange::check(target, value);
}

}  // namespace interface_panel
