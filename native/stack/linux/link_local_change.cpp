// SPDX-License-Identifier: MIT
#include "stack/linux/link_local_change.h"

#include <algorithm>
#include <cerrno>

#include "stack/linux/address_editor.h"
#include "stack/linux/field_values.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/socket_family.h"
#include "stack/linux/sysctl_directory.h"

namespace interface_panel {
namespace {

constexpr const char* kBase = "ipv6/conf";
constexpr const char* kFile = "addr_gen_mode";
constexpr std::int64_t kMaxMode = 3;
constexpr std::int64_t kMaxAddresses = 1024;

struct LinkLocalState {
  std::int64_t mode = 0;
  std::vector<IpPrefix> addresses;
};

bool isLinkLocal(const IpAddress& address) {
  return address.bytes[0] == 0xFE && (address.bytes[1] & 0xC0) == 0x80;
}

std::optional<LinkLocalState> decode(Bytes body) {
  FootprintReader reader(body);
  LinkLocalState state;
  state.mode = reader.number(0, kMaxMode);
  const std::int64_t count = reader.number(0, kMaxAddresses);
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    IpPrefix prefix;
    prefix.prefixLength = static_cast<std::uint8_t>(reader.number(0, 128));
    prefix.address = readAddress(Family::ipv6, reader.bytes(prefix.address.bytes.size()));
    if (!isLinkLocal(prefix.address)) reader.fail();
    state.addresses.push_back(prefix);
  }
  if (!reader.complete()) return std::nullopt;
  return state;
}

Result<std::vector<IpPrefix>> readLinkLocals(ChangeTarget& target) {
  const auto addresses = readAddresses(target.route, Family::ipv6, target.link.index);
  if (!addresses) return addresses.error();
  std::vector<IpPrefix> linkLocals;
  for (const LinkAddress& address : addresses.value()) {
    if (address.index == target.link.index && isLinkLocal(address.prefix.address)) {
      linkLocals.push_back(address.prefix);
    }
  }
  return linkLocals;
}

bool contains(const std::vector<IpPrefix>& list, const IpPrefix& prefix) {
  return std::find(list.begin(), list.end(), prefix) != list.end();
}

}  // namespace

Result<Refusal> LinkLocalChange::check(ChangeTarget&, std::int64_t value) {
  // Linux has no "delayed".
  return value == kLinkLocalAlwaysOff || value == kLinkLocalAlwaysOn ? Refusal::none
                                                                     : Refusal::outOfRange;
}

Result<Done> LinkLocalChange::capture(ChangeTarget& target, FootprintWriter& body) {
  const auto directory = SysctlDirectory::open(target.route, kBase, target.identity());
  if (!directory) return directory.error();
  const auto mode = directory->read(kFile);
  if (!mode) return mode.error();
  const auto linkLocals = readLinkLocals(target);
  if (!linkLocals) return linkLocals.error();
  body.number(mode.value());
  body.number(static_cast<std::int64_t>(linkLocals->size()));
  for (const IpPrefix& prefix : linkLocals.value()) {
    body.number(prefix.prefixLength);
    body.bytes(addressPayload(prefix.address));
  }
  return Done{};
}

Result<Done> LinkLocalChange::set(ChangeTarget& target, std::int64_t value) {
  const auto directory = SysctlDirectory::open(target.route, kBase, target.identity());
  if (!directory) return directory.error();
  const auto mode = directory->read(kFile);
  if (!mode) return mode.error();
  if (value == kLinkLocalAlwaysOff) return directory->write(kFile, kAddrGenModeNone);
  // Every other mode generates addresses already.
  if (mode.value() != kAddrGenModeNone) return Done{};
  return directory->write(kFile, kAddrGenModeEui64);
}

Result<Done> LinkLocalChange::restore(ChangeTarget& target, Bytes before, Bytes after) {
  const auto old = decode(before);
  const auto ours = decode(after);
  if (!old || !ours) return posixError(EINVAL, "footprint");
  const auto directory = SysctlDirectory::open(target.route, kBase, target.identity());
  if (!directory) return directory.error();
  if (auto written = directory->write(kFile, old->mode); !written) return written;
  // Only a mode that generates addresses has made some.
  if (old->mode != kAddrGenModeNone) return Done{};
  for (const IpPrefix& prefix : ours->addresses) {
    if (contains(old->addresses, prefix)) continue;
    if (auto removed = removeAddress(target.route, target.link.index, prefix); !removed)
      return removed;
  }
  return Done{};
}

std::optional<bool> LinkLocalChange::similar(Bytes one, Bytes other, const ChangeTarget&) {
  const auto first = decode(one);
  const auto second = decode(other);
  if (!first || !second) return std::nullopt;
  return first->mode == second->mode;
}

}  // namespace interface_panel
