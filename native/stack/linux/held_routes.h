// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "stack/linux/default_route_summary.h"
#include "stack/linux/link_table.h"
#include "stack/linux/netlink_socket.h"
#include "stack/linux/nexthop_table.h"
#include "stack/linux/notice_socket.h"
#include "stack/linux/route_order.h"
#include "stack/result.h"
#include "stack/row_splices.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// When notices alone are not relied on.
struct HeldRoutesPace {
  /// What changes routes without a word (a link that goes down) may still be at it for so long
  /// after it was told.
  std::chrono::milliseconds settling = std::chrono::seconds(1);
  /// The tables are read again so many times the duration of the last reading after it: whatever
  /// the kernel changed without a word is found, and reading takes a hundredth of the time.
  int readingPause = 99;
  std::chrono::milliseconds longestPause = std::chrono::minutes(1);
};

/// Keeps a list of all routes up to date by what the kernel tells of single ones, so that a change
/// of one costs about one. The whole tables are read again whenever that is not certain: something
/// was lost, something else changed that routes depend on, a default route or one that is limited
/// to a source changed, a notice does not fit the list, an IPv6 route joined others of its metric.
class HeldRoutes {
 public:
  explicit HeldRoutes(HeldRoutesPace pace = {}) : pace_(pace) {}

  /// Brings `rows` up to the present and tells what that changed; always the same list, which
  /// nobody else changes and which is empty at first. Errors: those of readRouteTable, and the list
  /// stays.
  Result<Splices> update(NetlinkSocket& route, const LuidByIndex& luids, std::vector<Route>& rows);

  /// Of the list after update().
  [[nodiscard]] const DefaultRouteSummaries& defaultRoutes() const { return defaultRoutes_; }

  /// How often the whole tables were read.
  [[nodiscard]] std::size_t readings() const { return readings_; }

 private:
  using Clock = std::chrono::steady_clock;

  /// What the kernel said of one route.
  struct RouteNotice {
    bool gone = false;
    std::uint16_t flags = 0;
    std::vector<std::uint8_t> body;

    [[nodiscard]] bool isOf(std::uint8_t socketFamily) const;
  };
  using RouteNotices = std::vector<RouteNotice>;

  /// Routes of a group as they are, and where they stand in the list.
  struct ChangedGroup {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<Route> rows;
  };
  using ChangedGroups = std::map<RouteGroup, ChangedGroup>;

  /// What the notices mean to the list: each came after it was read, or some of them before and it
  /// may show them already.
  enum class Standing : std::uint8_t { later, maybeEarlier };

  RouteNotices takeNotices();
  [[nodiscard]] bool maySkipReading(const LuidByIndex& luids, const std::vector<Route>& rows) const;
  Result<Splices> readAll(NetlinkSocket& route, const LuidByIndex& luids, std::vector<Route>& rows,
                          RouteNotices notices);
  /// None, and nothing changed: the notices do not tell what the list would be.
  std::optional<Splices> apply(const RouteNotices& notices, Standing standing,
                               std::vector<Route>& rows);
  [[nodiscard]] std::optional<Route> routeOf(const RouteNotice& notice) const;
  ChangedGroup& groupAt(const RouteGroup& place, std::span<const Route> rows,
                        ChangedGroups& groups) const;
  Splices replaceGroups(ChangedGroups groups, std::vector<Route>& rows);

  const HeldRoutesPace pace_;
  std::optional<NoticeSocket> notices_;
  /// Whether the list is what the kernel had when notices_ was emptied last.
  bool certain_ = false;
  Clock::time_point unsettled_ = Clock::now();
  Clock::time_point readAt_;
  Clock::duration readingTook_{};
  std::size_t readings_ = 0;
  /// The kernel tells of a route shortly before it takes it away.
  RouteNotices latest_;
  Clock::time_point latestAt_;

  const std::vector<Route>* list_ = nullptr;
  std::size_t listRows_ = 0;
  LuidByIndex luids_;
  DefaultRouteSummaries defaultRoutes_;
  std::optional<NexthopTable> nexthops_;
  RouteOrder order_;
};

}  // namespace interface_panel
