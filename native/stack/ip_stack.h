// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "stack/adapter_name.h"
#include "stack/operation.h"
#include "stack/result.h"
#include "stack/snapshot.h"
#include "stack/snapshot_diff.h"

namespace interface_panel {

/// A running subscription; destroying it ends it and waits for a callback in flight.
/// Never destroy it from inside its own callback.
class Watch {
 public:
  Watch() = default;
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  virtual ~Watch() = default;
};

/// What answers the calls that read. The unelevated side links nothing else.
/// All calls may block and may come from any one thread at a time.
class IpStack {
 public:
  IpStack() = default;
  IpStack(const IpStack&) = delete;
  IpStack& operator=(const IpStack&) = delete;
  virtual ~IpStack() = default;

  /// Adapters, IP interfaces, addresses, routes of all tables, rules, DNS servers and IPsec
  /// policies, taken together.
  virtual Result<Snapshot> snapshot() = 0;

  /// Brings `held` up to the present and tells what that changed; what only drifts by itself may be
  /// out of date. Always the same one, which nobody else changes and which is empty at first. After
  /// an error it is as before.
  virtual Result<SnapshotDiff> update(Snapshot& held) {
    Result<Snapshot> fresh = snapshot();
    if (!fresh) return fresh.error();
    SnapshotDiff diff = diffSnapshots(held, fresh.value());
    held = std::move(fresh).value();
    return diff;
  }

  /// One row, as GetIpInterfaceEntry. Errors: ERROR_FILE_NOT_FOUND / ENODEV when the interface is
  /// unknown, ERROR_NOT_FOUND / EAFNOSUPPORT when it has no row for that family.
  virtual Result<IpInterface> ipInterface(const IpInterfaceKey& key) = 0;

  /// The route the stack takes to `destination` now, as GetBestRoute2 without an interface;
  /// with `source`, limited as the stack limits it. Errors: ERROR_NETWORK_UNREACHABLE /
  /// ENETUNREACH, ...
  virtual Result<BestRoute> bestRoute(const IpAddress& destination,
                                      const std::optional<IpAddress>& source) = 0;

  /// Calls `changed` from a thread of the watch whenever the stack notifies of a change to anything
  /// a snapshot holds. Not every field is notified; callers poll besides.
  virtual Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) = 0;
};

/// The changes, and what they have to know: all that the helper links. An operation goes
/// check -> capture -> set -> capture, and restore takes it back. All calls may block and may come
/// from any one thread at a time.
class SettableIpStack {
 public:
  SettableIpStack() = default;
  SettableIpStack(const SettableIpStack&) = delete;
  SettableIpStack& operator=(const SettableIpStack&) = delete;
  virtual ~SettableIpStack() = default;

  /// Every adapter that is there now, by what it is known when it comes back.
  virtual Result<std::vector<NamedAdapter>> adapters() = 0;

  /// The live value of the operation's field, as IpStack::ipInterface tells it; none where the
  /// stack has none for it. Errors: as there.
  virtual Result<std::optional<std::int64_t>> value(const Operation& operation) = 0;

  /// Nothing, or why `operation` is refused on the live stack. Changes nothing.
  virtual Result<Refusal> check(const Operation& operation) = 0;

  /// Everything `operation` may alter, as it is now.
  virtual Result<Footprint> capture(const Operation& operation) = 0;

  /// Whether `capture` would find what `footprint` tells, but for what changes by itself (a
  /// lifetime that runs down, a router that speaks again).
  virtual Result<bool> isUnchanged(const Operation& operation, const Footprint& footprint) {
    const Result<Footprint> live = capture(operation);
    if (!live) return live.error();
    return live.value() == footprint;
  }

  /// Makes the change. It may alter what other operations on the same adapter captured, and nothing
  /// of other adapters. On an error something may be left half way: the caller looks.
  virtual Result<Done> set(const Operation& operation) = 0;

  /// Nothing, or why these footprints from a journal cannot be those of `operation`: of another
  /// one, malformed, or of another value before. An empty `after` is unknown. Asks the live stack
  /// nothing.
  virtual Result<Refusal> checkRestore(const Operation& operation, const Footprint& before,
                                       const Footprint& after) = 0;

  /// Puts back what the operation altered between `before` and `after`, which `capture` has
  /// returned, and reads it back; what another program changed since is left alone.
  virtual Result<Restored> restore(const Operation& operation, const Footprint& before,
                                   const Footprint& after) = 0;

  /// The same with footprints from a journal, which others can write: reaches nothing but the
  /// member that the operation names. Errors besides: EINVAL / ERROR_INVALID_DATA, with nothing
  /// written, for footprints that checkRestore refuses.
  virtual Result<Restored> restoreJournalled(const Operation& operation, const Footprint& before,
                                             const Footprint& after) = 0;

  /// Goes on with what a restore began and cannot finish at once (a learnt default route that the
  /// router must announce again). True when nothing is left to wait for. Never blocks.
  virtual Result<bool> settled() = 0;
};

}  // namespace interface_panel
