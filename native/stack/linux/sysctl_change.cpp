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

bool SysctlChange::fits(const Undo& undo) const {
  const auto raw = decode(undo.before);
  if (!raw || (!undo.after.empty() && !decode(undo.after))) return false;
  return std::min(*raw, place_.max) == std::min(undo.operation.expected, place_.max);
}

Result<Restored> SysctlChange::restore(ChangeTarget& target, const Undo& undo) {
  const auto raw = decode(undo.before);
  if (!raw || !decode(undo.after)) return posixError(EINVAL, "footprint");
  const auto directory = SysctlDirectory::open(target.route, place_.base, target.identity());
  if (!directory) return directory.error();
  const auto written = directory->write(place_.file, std::min(*raw, place_.max));
  if (!written) return written.error();
  return Restored::complete;
}

std::optional<bool> SysctlChange::similar(Bytes one, Bytes other, const IpInterfaceKey&) const {
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

bool Ipv6MtuChange::fits(const Undo& undo) const {
  return decode(undo.before) && (undo.after.empty() || decode(undo.after));
}

}  // namespace interface_panel
