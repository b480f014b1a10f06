// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/default_route_summary.h"
#include "stack/linux/ethtool_table.h"
#include "stack/linux/link_table.h"
#include "stack/linux/neighbour_parameters.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// Everything a row of the IP interface table is made of.
struct IpInterfaceFacts {
  const Link& link;
  NeighbourParameters neighbours;
  DefaultRouteSummary defaultRoutes;
  LinkOffloads offloads;
  /// MtuTies says so.
  bool mtuTied = false;
  /// takesGateways says so of the default routes.
  bool gatewaysTaken = true;
  /// A rule looks up the tables of parked default routes.
  bool parkingTableInUse = false;
};

/// The row of one family. The link has that family.
IpInterface makeIpInterface(Family family, const IpInterfaceFacts& facts);

/// DisableDefaultRoutes of an IP interface.
bool defaultRoutesDisabled(Family family, const Link& link, const DefaultRouteSummary& state);

/// Whether a rule of either family looks up a table of parked default routes.
bool parkingTableInUse(const std::vector<Rule>& rules);

}  // namespace interface_panel
