// SPDX-License-Identifier: MIT
#include "stack/linux/link_local_change.h"

#include <net/if.h>

#include <algorithm>
#include <cerrno>

#include "stack/linux/address_editor.h"
#include "stack/linux/address_table.h"
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
  /// Whether the link was up with a carrier: until then the kernel gives it no address.
  bool isReady = false;
  std::vector<IpPrefix> addresses;
};

bool isReady(const Link& link) {
  return (link.flags & IFF_UP) != 0 && (link.flags & IFF_RUNNING) != 0;
}

bool isLinkLocal(const IpAddress& address) {
  return address.bytes[0] == 0xFE && (address.bytes[1] & 0xC0) == 0x80;
}

bool contains(const std::vector<IpPrefix>& list, const IpPrefix& prefix) {
  return std::find(list.begin(), list.end(), prefix) != list.end();
}

std::optional<LinkLocalState> decode(Bytes body) {
  FootprintReader reader(body);
  LinkLocalState state;
  state.mode = reader.number(0, kMaxMode);
  state.isReady = reader.number(0, 1) == 1;
  const std::int64_t count = reader.number(0, kMaxAddresses);
  for (std::int64_t i = 0; i < count && reader.ok(); ++i) {
    IpPrefix prefix;
    prefix.prefixLength = static_cast<std::uint8_t>(reader.number(0, 128));
    prefix.address = readAddress(Family::ipv6, reader.bytes(prefix.address.bytes.size()));
    if (!isLinkLocal(prefix.address) || contains(state.addresses, prefix)) reader.fail();
    state.addresses.push_back(prefix);
  }
  if (!reader.complete()) return std::nullopt;
  return state;
}

Result<std::vector<LinkAddress>> readLinkLocals(ChangeTarget& target) {
  auto addresses = readAddresses(target.route, Family::ipv6, target.link.index);
  if (!addresses) return addresses;
  std::erase_if(addresses.value(), [&](const LinkAddress& address) {
    return address.index != target.link.index || !isLinkLocal(address.prefix.address);
  });
  return addresses;
}

// The link-local addresses that the kernel made itself. Where it does not tell, all may be.
Result<std::vector<IpPrefix>> readGenerated(ChangeTarget& target) {
  const auto tells = tellsMakers(target.route);
  if (!tells) return tells.error();
  const auto linkLocals = readLinkLocals(target);
  if (!linkLocals) return linkLocals.error();
  std::vector<IpPrefix> generated;
  for (const LinkAddress& address : linkLocals.value()) {
    if (tells.value() && address.protocol != kMadeAsLinkLocal) continue;
    generated.push_back(address.prefix);
  }
  return generated;
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
  body.number(isReady(target.link) ? 1 : 0);
  body.number(static_cast<std::int64_t>(linkLocals->size()));
  for (const LinkAddress& address : linkLocals.value()) {
    body.number(address.prefix.prefixLength);
    body.bytes(addressPayload(address.prefix.address));
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

bool LinkLocalChange::fits(const Undo& undo) const {
  const auto old = decode(undo.before);
  if (!old || (!undo.after.empty() && !decode(undo.after))) return false;
  return (old->mode == kAddrGenModeNone) == (undo.operation.expected == kLinkLocalAlwaysOff);
}

Result<Restored> LinkLocalChange::restore(ChangeTarget& target, const Undo& undo) {
  const auto old = decode(undo.before);
  const auto ours = decode(undo.after);
  if (!old || !ours) return posixError(EINVAL, "footprint");
  const auto directory = SysctlDirectory::open(target.route, kBase, target.identity());
  if (!directory) return directory.error();
  const bool readyNow = isReady(target.link);
  const auto there = readLinkLocals(target);
  if (!there) return there.error();
  if (const auto written = directory->write(kFile, old->mode); !written) return written.error();
  const auto generated = readGenerated(target);
  if (!generated) return generated.error();
  for (const IpPrefix& prefix : generated.value()) {
    // The kernel makes one whenever a mode that generates is written, by the operation or just now,
    // also on a link that is down or has no carrier, which has lost the old one and would have
    // none.
    const bool wasThere = contains(old->addresses, prefix);
    const bool bySet = old->mode == kAddrGenModeNone && contains(ours->addresses, prefix);
    const bool justNow = std::ranges::none_of(
        there.value(), [&](const LinkAddress& address) { return address.prefix == prefix; });
    // What had all been lost, or could not be there yet, the mode would have made by itself once
    // the link was ready: of the hardware address it had then, which may be another one by now.
    const bool lostOrNotYet = there->empty() && (!ours->addresses.empty() || !ours->isReady);
    const bool madeAnew = readyNow && lostOrNotYet;
    const bool tooMany = wasThere ? justNow && !readyNow : bySet || (justNow && !madeAnew);
    if (!tooMany) continue;
    const auto removed = removeAddress(target.route, target.link.index, prefix);
    if (!removed) return removed.error();
  }
  return Restored::complete;
}

std::optional<bool> LinkLocalChange::similar(Bytes one, Bytes other, const IpInterfaceKey&) const {
  const auto first = decode(one);
  const auto second = decode(other);
  if (!first || !second) return std::nullopt;
  return first->mode == second->mode;
}

}  // namespace interface_panel
