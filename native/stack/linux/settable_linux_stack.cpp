// SPDX-License-Identifier: MIT
#include "stack/linux/settable_linux_stack.h"

#include <cerrno>
#include <map>
#include <utility>

#include "encoding/utf8.h"
#include "stack/linux/default_routes_change.h"
#include "stack/linux/field_reader.h"
#include "stack/linux/link_local_change.h"
#include "stack/linux/link_mtu_change.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/route_socket.h"
#include "stack/linux/router_discovery_change.h"
#include "stack/linux/sysctl_change.h"
#include "stack/table_refusal.h"

namespace interface_panel {
namespace {

using ChangeKey = std::pair<Field, Family>;
using ChangeTable = std::map<ChangeKey, std::shared_ptr<FieldChange>>;

ChangeTable makeChanges(const std::shared_ptr<DefaultRoutesChange>& defaultRoutes) {
  const auto number = [](const char* base, const char* file, std::int64_t max) {
    return std::make_shared<SysctlChange>(SysctlPlace{base, file, 0, max});
  };
  constexpr std::int64_t kAny = std::numeric_limits<std::int32_t>::max();
  using enum Family;
  return {
      {{Field::ForwardingEnabled, ipv4}, number("ipv4/conf", "forwarding", 1)},
      {{Field::ForwardingEnabled, ipv6}, number("ipv6/conf", "force_forwarding", 1)},
      {{Field::RouterDiscoveryBehavior, ipv6}, std::make_shared<RouterDiscoveryChange>()},
      {{Field::DadTransmits, ipv6}, number("ipv6/conf", "dad_transmits", kAny)},
      {{Field::BaseReachableTime, ipv4}, number("ipv4/neigh", "base_reachable_time_ms", kAny)},
      {{Field::BaseReachableTime, ipv6}, number("ipv6/neigh", "base_reachable_time_ms", kAny)},
      {{Field::RetransmitTime, ipv4}, number("ipv4/neigh", "retrans_time_ms", kAny)},
      {{Field::RetransmitTime, ipv6}, number("ipv6/neigh", "retrans_time_ms", kAny)},
      {{Field::LinkLocalAddressBehavior, ipv6}, std::make_shared<LinkLocalChange>()},
      {{Field::NlMtu, ipv4}, std::make_shared<LinkMtuChange>()},
      {{Field::NlMtu, ipv6}, std::make_shared<Ipv6MtuChange>()},
      {{Field::DisableDefaultRoutes, ipv4}, defaultRoutes},
      {{Field::DisableDefaultRoutes, ipv6}, defaultRoutes},
  };
}

/// A footprint taken apart: its header, and the body that its field reads.
struct OpenFootprint {
  FootprintHeader header;
  Bytes body;
};

std::optional<OpenFootprint> openFootprint(const Operation& operation, const Footprint& footprint) {
  if (footprint.size() > kMaxFootprintBytes) return std::nullopt;
  FootprintReader reader(footprint);
  const auto header = readHeader(reader);
  if (!header || header->field != operation.field || header->family != operation.key.family ||
      header->link.index != luidIndex(operation.key.luid)) {
    return std::nullopt;
  }
  return OpenFootprint{*header, reader.rest()};
}

class SettableLinuxStack final : public SettableIpStack {
 public:
  SettableLinuxStack()
      : defaultRoutes_(std::make_shared<DefaultRoutesChange>()),
        changes_(makeChanges(defaultRoutes_)) {}

  Result<std::vector<NamedAdapter>> adapters() override;
  Result<std::optional<std::int64_t>> value(const Operation& operation) override;
  Result<Refusal> check(const Operation& operation) override;
  Result<Footprint> capture(const Operation& operation) override;
  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override;
  Result<Done> set(const Operation& operation) override;
  Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                               const Footprint& after) override;
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override;
  Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                     const Footprint& after) override;
  Result<bool> settled() override;

 private:
  Result<ChangeTarget> target(const IpInterfaceKey& key);
  Result<Refusal> refusalByLink(const Operation& operation, FieldChange& change);
  FieldChange* findChange(const Operation& operation);
  Result<Footprint> captureOn(ChangeTarget& target, const Operation& operation,
                              FieldChange& change);
  Result<Restored> takeBack(const Operation& operation, const Footprint& before,
                            const Footprint& after, bool journalled);
  /// Whether what was taken back is there now.
  Result<Restored> readBack(FieldChange& change, const Undo& undo);

  RouteSocket route_;
  RouteFacts routes_;
  std::shared_ptr<DefaultRoutesChange> defaultRoutes_;
  ChangeTable changes_;
  // The links as they were when a plan was first checked against them.
  std::map<std::uint64_t, LinkIdentity> known_;
};

Result<ChangeTarget> SettableLinuxStack::target(const IpInterfaceKey& key) {
  const auto route = route_.get();
  if (!route) return route.error();
  auto link = readLink(*route.value(), key.luid);
  if (!link) return link.error();
  if (!link->has(key.family)) return posixError(EAFNOSUPPORT, "RTM_GETLINK");
  return ChangeTarget{*route.value(), routes_, std::move(link.value()), key.family};
}

FieldChange* SettableLinuxStack::findChange(const Operation& operation) {
  const auto found = changes_.find({operation.field, operation.key.family});
  return found == changes_.end() ? nullptr : found->second.get();
}

Result<std::vector<NamedAdapter>> SettableLinuxStack::adapters() {
  const auto route = route_.get();
  if (!route) return route.error();
  const auto links = readLinks(*route.value());
  if (!links) return links.error();
  std::vector<NamedAdapter> adapters;
  adapters.reserve(links->size());
  for (const Link& link : links.value()) {
    adapters.push_back({link.luid(), {isUtf8Text(link.name) ? link.name : "", link.type, {}}});
  }
  return adapters;
}

Result<std::optional<std::int64_t>> SettableLinuxStack::value(const Operation& operation) {
  auto found = target(operation.key);
  if (!found) return found.error();
  return readFieldValue(found.value(), operation.field);
}

Result<Refusal> SettableLinuxStack::check(const Operation& operation) {
  if (const Refusal refusal = tableRefusal(operation); refusal != Refusal::none) return refusal;
  FieldChange* change = findChange(operation);
  if (change == nullptr) {
    const auto found = target(operation.key);
    if (!found && found.error().code == ENODEV) return Refusal::unknownInterface;
    if (!found && found.error().code == EAFNOSUPPORT) return Refusal::familyNotPresent;
    return Refusal::notAvailable;
  }
  return refusalByLink(operation, *change);
}

Result<Refusal> SettableLinuxStack::refusalByLink(const Operation& operation, FieldChange& change) {
  auto found = target(operation.key);
  if (!found && found.error().code == ENODEV) return Refusal::unknownInterface;
  if (!found && found.error().code == EAFNOSUPPORT) return Refusal::familyNotPresent;
  if (!found) return found.error();
  const LinkIdentity identity = found->identity();
  if (!sameLink(known_.try_emplace(operation.key.luid, identity).first->second, identity)) {
    return Refusal::interfaceReplaced;
  }
  const auto standing = readStandingRefusal(found.value(), operation.field);
  if (!standing || standing.value() != Refusal::none) return standing;
  auto refused = change.check(found.value(), operation.value);
  if (!refused && refused.error().code == EMSGSIZE) return Refusal::footprintTooLarge;
  if (!refused || refused.value() != Refusal::none) return refused;
  const auto footprint = captureOn(found.value(), operation, change);
  if (!footprint && footprint.error().code == EMSGSIZE) return Refusal::footprintTooLarge;
  if (!footprint) return footprint.error();
  return Refusal::none;
}

Result<Footprint> SettableLinuxStack::captureOn(ChangeTarget& target, const Operation& operation,
                                                FieldChange& change) {
  FootprintWriter writer;
  writeHeader(writer, {operation.field, operation.key.family, target.identity()});
  if (const auto captured = change.capture(target, writer); !captured) return captured.error();
  Footprint footprint = writer.take();
  if (footprint.size() > kMaxFootprintBytes) return posixError(EMSGSIZE, "footprint");
  return footprint;
}

Result<Footprint> SettableLinuxStack::capture(const Operation& operation) {
  FieldChange* change = findChange(operation);
  if (change == nullptr) return posixError(EOPNOTSUPP, "footprint");
  auto found = target(operation.key);
  if (!found) return found.error();
  known_.try_emplace(operation.key.luid, found->identity());
  return captureOn(found.value(), operation, *change);
}

Result<bool> SettableLinuxStack::isUnchanged(const Operation& operation,
                                             const Footprint& footprint) {
  FieldChange* change = findChange(operation);
  const auto known = openFootprint(operation, footprint);
  if (change == nullptr || !known) return posixError(EINVAL, "footprint");
  auto found = target(operation.key);
  if (!found) return found.error();
  if (!sameLink(found->identity(), known->header.link)) return false;
  const auto live = captureOn(found.value(), operation, *change);
  if (!live) return live.error();
  const Bytes liveBody = openFootprint(operation, live.value())->body;
  const auto similar = change->similar(liveBody, known->body, operation.key);
  if (!similar) return posixError(EINVAL, "footprint");
  return *similar;
}

Result<Done> SettableLinuxStack::set(const Operation& operation) {
  FieldChange* change = findChange(operation);
  if (change == nullptr) return posixError(EOPNOTSUPP, "set");
  auto found = target(operation.key);
  if (!found) return found.error();
  const LinkIdentity identity = found->identity();
  if (!sameLink(known_.try_emplace(operation.key.luid, identity).first->second, identity)) {
    return posixError(ENODEV, "RTM_GETLINK");
  }
  const auto before = captureOn(found.value(), operation, *change);
  if (!before) return before.error();
  auto changed = change->set(found.value(), operation.value);
  if (changed) return changed;
  // Half a change is the caller's to take back; this only makes it likely that none is left.
  if (const auto half = captureOn(found.value(), operation, *change)) {
    const Bytes halfBody = openFootprint(operation, half.value())->body;
    const Bytes beforeBody = openFootprint(operation, before.value())->body;
    (void)change->takeBack(found.value(), halfBody, {operation, beforeBody, halfBody});
  }
  return changed;
}

Result<Refusal> SettableLinuxStack::checkRestore(const Operation& operation,
                                                 const Footprint& before, const Footprint& after) {
  if (const Refusal refusal = tableRefusal(operation.field, operation.key.family);
      refusal != Refusal::none) {
    return refusal;
  }
  const FieldChange* change = findChange(operation);
  if (change == nullptr) return Refusal::notAvailable;
  const auto old = openFootprint(operation, before);
  const auto ours = openFootprint(operation, after);
  if (!old || (!after.empty() && !ours)) return Refusal::malformedFootprint;
  if (ours && !sameLink(old->header.link, ours->header.link)) return Refusal::malformedFootprint;
  const Undo undo{operation, old->body, ours ? ours->body : Bytes(), true};
  return change->fits(undo) ? Refusal::none : Refusal::malformedFootprint;
}

Result<Restored> SettableLinuxStack::restore(const Operation& operation, const Footprint& before,
                                             const Footprint& after) {
  return takeBack(operation, before, after, false);
}

Result<Restored> SettableLinuxStack::restoreJournalled(const Operation& operation,
                                                       const Footprint& before,
                                                       const Footprint& after) {
  const auto refusal = checkRestore(operation, before, after);
  if (!refusal) return refusal.error();
  if (refusal.value() != Refusal::none) return posixError(EINVAL, "footprint");
  return takeBack(operation, before, after, true);
}

Result<Restored> SettableLinuxStack::takeBack(const Operation& operation, const Footprint& before,
                                              const Footprint& after, bool journalled) {
  FieldChange* change = findChange(operation);
  const auto old = openFootprint(operation, before);
  const auto ours = openFootprint(operation, after);
  if (change == nullptr || !old || !ours || !sameLink(old->header.link, ours->header.link)) {
    return posixError(EINVAL, "footprint");
  }
  auto found = target(operation.key);
  const bool gone = !found && (found.error().code == ENODEV || found.error().code == EAFNOSUPPORT);
  if (gone || (found && !sameLink(found->identity(), old->header.link))) return Restored::gone;
  if (!found) return found.error();

  const auto live = captureOn(found.value(), operation, *change);
  if (!live) return live.error();
  const Undo undo{operation, old->body, ours->body, journalled};
  const auto restored =
      change->takeBack(found.value(), openFootprint(operation, live.value())->body, undo);
  if (!restored) {
    const bool malformed = restored.error().code == EINVAL && restored.error().call == "footprint";
    return malformed ? Result<Restored>(restored.error()) : Restored::failed;
  }
  if (restored.value() != Restored::complete) return restored;
  return readBack(*change, undo);
}

Result<Restored> SettableLinuxStack::readBack(FieldChange& change, const Undo& undo) {
  auto found = target(undo.operation.key);
  if (!found) return found.error();
  const auto live = captureOn(found.value(), undo.operation, change);
  if (!live) return live.error();
  const Bytes body = openFootprint(undo.operation, live.value())->body;
  return change.isBack(body, undo) ? Restored::complete : Restored::failed;
}

Result<bool> SettableLinuxStack::settled() {
  const auto route = route_.get();
  if (!route) return route.error();
  return defaultRoutes_->settled(*route.value());
}

}  // namespace

std::unique_ptr<SettableIpStack> makeSettableLinuxStack() {
  return std::make_unique<SettableLinuxStack>();
}

}  // namespace interface_panel
