// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "stack/result.h"
#include "stack/snapshot.h"

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

/// What answers the calls: the read half of a stack. The unelevated side links nothing else.
/// All calls may block and may come from any one thread at a time.
class IpStack {
 public:
  IpStack() = default;
  IpStack(const IpStack&) = delete;
  IpStack& operator=(const IpStack&) = delete;
  virtual ~IpStack() = default;

  /// Adapters, IP interfaces, addresses, routes of all tables, rules and DNS servers, taken
  /// together.
  virtual Result<Snapshot> snapshot() = 0;

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

/// The whole stack: reads, and the changes that only the helper makes. An operation goes
/// check -> capture -> set -> capture, and restore takes it back.
class SettableIpStack : public IpStack {
 public:
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

  /// Whether making `one` may alter the footprint of `other`; `oneBefore` and `otherBefore` are
  /// their footprints now. Operations on one interface may; a stack may know of more.
  virtual bool mayAlter(const Operation& one, const Footprint& oneBefore, const Operation& other,
                        const Footprint& otherBefore) {
    static_cast<void>(oneBefore);
    static_cast<void>(otherBefore);
    return one.key.luid == other.key.luid;
  }

  /// Makes the change; on an error whatever was altered half way is put back first.
  virtual Result<Done> set(const Operation& operation) = 0;

  /// Puts back `before` if the live footprint still equals `after`, else leaves it alone.
  /// `before` and `after` may come from a journal and are decoded strictly (EINVAL /
  /// ERROR_INVALID_DATA).
  virtual Result<Restored> restore(const Operation& operation, const Footprint& before,
                                   const Footprint& after) = 0;

  /// Goes on with what a restore began and cannot finish at once (a learnt default route that the
  /// router must announce again). True when nothing is left to wait for. Never blocks.
  virtual Result<bool> settled() = 0;
};

}  // namespace interface_panel
