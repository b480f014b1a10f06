// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "stack/linux/route_message.h"

namespace interface_panel {

/// What the routing tables say about the default routes of one IP interface.
struct DefaultRouteSummary {
  /// One in the main table that the kernel would use.
  bool usable = false;
  /// One in the main table, used or dead.
  bool present = false;
  /// One of them waits in a table of ours.
  bool parked = false;
  /// One that DisableDefaultRoutes cannot move.
  bool multipath = false;
  bool nexthopObject = false;
  bool otherTable = false;
  bool sourceLimited = false;
  /// Gateways of those in the main table and of those that wait, which the kernel would look for
  /// again if it had to make their routes anew.
  std::vector<IpAddress> gateways;

  /// Default routes are off: some wait, none is in use.
  [[nodiscard]] bool off() const { return parked && !usable; }
  /// Some wait, and yet one came back by itself (DHCP, NetworkManager).
  [[nodiscard]] bool overridden() const { return parked && usable; }
};

/// DefaultRouteSummary of every IP interface, gathered from the routes one by one.
class DefaultRouteSummaries {
 public:
  void add(const RouteMessage& route);

  [[nodiscard]] DefaultRouteSummary of(Family family, std::uint32_t index) const;

 private:
  DefaultRouteSummary& at(Family family, std::uint32_t index) { return states_[{family, index}]; }

  std::map<std::pair<Family, std::uint32_t>, DefaultRouteSummary> states_;
  // A nexthop object that does not show its links may belong to any of them.
  std::map<Family, bool> hiddenNexthopObject_;
};

/// The summary of one link. Errors: those of the dump.
Result<DefaultRouteSummary> readDefaultRouteSummary(NetlinkSocket& route, Family family,
                                                    std::uint32_t index);

}  // namespace interface_panel
