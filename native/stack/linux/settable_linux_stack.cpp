// SPDX-License-Identifier: MIT
#include "stack/linux/settable_linux_stack.h"

#include <cerrno>
#include <map>
#include <utility>

#include "stack/linux/default_routes_change.h"
#include "stack/linux/default_routes_state.h"
#include "stack/linux/link_local_change.h"
#include "stack/linux/link_mtu_change.h"
#include "stack/linux/linux_reader.h"
#include "stack/linux/posix_error.h"
#include "stack/linux/router_discovery_change.h"
#include "stack/linux/standing_refusal.h"
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

  Result<Snapshot> snapshot() override { return reader_.snapshot(); }
  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override {
    return reader_.ipInterface(key);
  }
  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override {
    return reader_.bestRoute(destination, source);
  }
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override {
    return reader_.watch(std::move(changed));
  }

  Result<Refusal> check(const Operation& operation) override;
  Result<Footprint> capture(const Operation& operation) override;
  Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) override;
  bool mayAlter(const Operation& one, const Footprint& oneBefore, const Operation& other,
                const Footprint& otherBefore) override;
  Result<Done> set(const Operation& operation) override;
  Result<Restored> restore(const Operation& operation, const Footprint& before,
                           const Footprint& after) override;
  Result<bool> settled() override;

 private:
  Result<ChangeTarget> target(const IpInterfaceKey& key);
  Result<Refusal> refusalByLink(const Operation& operation, FieldChange& change);
  FieldChange* findChange(const Operation& operation);
  Result<Footprint> captureOn(ChangeTarget& target, const Operation& operation,
                              FieldChange& change);

  LinuxReader reader_;
  std::shared_ptr<DefaultRoutesChange> defaultRoutes_;
  ChangeTable changes_;
  // The links as they were when a plan was first checked against them.
  std::map<std::uint64_t, LinkIdentity> known_;
};

Result<ChangeTarget> SettableLinuxStack::target(const IpInterfaceKey& key) {
  const auto route = reader_.route();
  if (!route) return route.error();
  auto link = readLink(*route.value(), key.luid);
  if (!link) return link.error();
  if (!link->has(key.family)) return posixError(EAFNOSUPPORT, "RTM_GETLINK");
  return ChangeTarget{*route.value(), std::move(link.value()), key.family};
}

FieldChange* SettableLinuxStack::findChange(const Operation& operation) {
  const auto found = changes_.find({operation.field, operation.key.family});
  return found == changes_.end() ? nullptr : found->second.get();
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
  if (known_.try_emplace(operation.key.luid, identity).first->second != identity) {
    return Refusal::interfaceReplaced;
  }
  const auto row = reader_.ipInterface(operation.key);
  if (!row) return row.error();
  for (const FieldRefusal& refusal : row->refusals) {
    if (refusal.field == operation.field) return refusal.reason;
  }
  auto refused = change.check(found.value(), operation.value);
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
  if (found->identity() != known->header.link) return false;
  const auto live = captureOn(found.value(), operation, *change);
  if (!live) return live.error();
  const Bytes liveBody = openFootprint(operation, live.value())->body;
  const auto similar = change->similar(liveBody, known->body, found.value());
  if (!similar) return posixError(EINVAL, "footprint");
  return *similar;
}

bool SettableLinuxStack::mayAlter(const Operation& one, const Footprint& oneBefore,
                                  const Operation& other, const Footprint& otherBefore) {
  if (one.key.luid == other.key.luid) return true;
  const bool switches =
      one.field == Field::DisableDefaultRoutes && other.field == Field::DisableDefaultRoutes;
  if (!switches || one.key.family != other.key.family) return false;
  const auto first = openFootprint(one, oneBefore);
  const auto second = openFootprint(other, otherBefore);
  return first && second && shareGroup(first->body, second->body, one.key.family);
}

Result<Done> SettableLinuxStack::set(const Operation& operation) {
  FieldChange* change = findChange(operation);
  if (change == nullptr) return posixError(EOPNOTSUPP, "set");
  auto found = target(operation.key);
  if (!found) return found.error();
  if (known_.try_emplace(operation.key.luid, found->identity()).first->second !=
      found->identity()) {
    return posixError(ENODEV, "RTM_GETLINK");
  }
  const auto before = captureOn(found.value(), operation, *change);
  if (!before) return before.error();
  auto changed = change->set(found.value(), operation.value);
  if (changed) return changed;
  const auto opened = openFootprint(operation, before.value());
  if (opened) (void)change->restore(found.value(), opened->body, opened->body);
  return changed;
}

Result<Restored> SettableLinuxStack::restore(const Operation& operation, const Footprint& before,
                                             const Footprint& after) {
  FieldChange* change = findChange(operation);
  const auto old = openFootprint(operation, before);
  const auto ours = openFootprint(operation, after);
  if (change == nullptr || !old || !ours || old->header != ours->header) {
    return posixError(EINVAL, "footprint");
  }
  auto found = target(operation.key);
  const bool gone = !found && (found.error().code == ENODEV || found.error().code == EAFNOSUPPORT);
  if (gone || (found && found->identity() != old->header.link)) return Restored::gone;
  if (!found) return found.error();

  const auto live = captureOn(found.value(), operation, *change);
  if (!live) return live.error();
  const Bytes liveBody = openFootprint(operation, live.value())->body;
  const auto isOld = change->similar(liveBody, old->body, found.value());
  const auto isOurs = change->similar(liveBody, ours->body, found.value());
  if (!isOld || !isOurs) return posixError(EINVAL, "footprint");
  if (!*isOurs && !*isOld) return Restored::foreign;
  const auto restored = change->restore(found.value(), old->body, ours->body);
  if (restored) return Restored::complete;
  if (restored.error().code == EINVAL && restored.error().call == "footprint") {
    return restored.error();
  }
  return Restored::failed;
}

Result<bool> SettableLinuxStack::settled() {
  const auto route = reader_.route();
  if (!route) return route.error();
  return defaultRoutes_->settled(*route.value());
}

}  // namespace

std::unique_ptr<SettableIpStack> makeSettableLinuxStack() {
  return std::make_unique<SettableLinuxStack>();
}

}  // namespace interface_panel
