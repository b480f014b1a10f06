// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <vector>

#include "stack/linux/default_routes_state.h"
#include "stack/linux/field_change.h"
#include "stack/linux/router_solicitor.h"

namespace interface_panel {

/// DisableDefaultRoutes. On: the link's default routes of the main table move to tables of our own
/// (parking_table.h), and the kernel is told to leave out those that routers announce. Off: they
/// move back. A learnt one cannot be given back to the kernel: its copy, one metric worse, stands
/// in until the router has announced it again.
///
/// It owns the routes of its own link alone: no other link's route is taken away, not even to add
/// it again, and what other links do meanwhile does not count.
class DefaultRoutesChange final : public FieldChange {
 public:
  Result<Refusal> check(ChangeTarget& target, std::int64_t value) override;
  Result<Done> capture(ChangeTarget& target, FootprintWriter& body) override;
  Result<Done> set(ChangeTarget& target, std::int64_t value) override;
  [[nodiscard]] bool fits(const Undo& undo) const override;
  Result<Restored> takeBack(ChangeTarget& target, Bytes live, const Undo& undo) override;
  [[nodiscard]] bool isBack(Bytes live, const Undo& undo) const override;
  [[nodiscard]] std::optional<bool> similar(Bytes one, Bytes other,
                                            const IpInterfaceKey& key) const override;

  /// Drops each stand-in whose own route is back; asks the routers again now and then. True when
  /// none is left.
  Result<bool> settled(NetlinkSocket& route);

 private:
  /// A stand-in, and the metric of the route it stands in for.
  struct StandIn {
    RouteRecord copy;
    std::uint32_t learntMetric;
    std::chrono::steady_clock::time_point askAgain;
  };

  Result<Done> parkLearnt(ChangeTarget& target, const DefaultRoutesState& live,
                          const DefaultRoutesState& wanted);
  Result<Done> returnLearnt(ChangeTarget& target, const DefaultRoutesState& live,
                            const DefaultRoutesState& wanted);

  RouterSolicitor solicitor_;
  std::vector<StandIn> standIns_;
};

}  // namespace interface_panel
