// SPDX-License-Identifier: MIT
#pragma once

#include "stack/row_splices.h"
#include "stack/snapshot.h"

namespace interface_panel {

/// What changed between two snapshots, list by list; a list without splices did not.
struct SnapshotDiff {
  Splices adapters;
  Splices ipInterfaces;
  Splices unicastAddresses;
  Splices routes;
  Splices rules;
  Splices dnsServers;
  Splices ipsecPolicies;

  bool operator==(const SnapshotDiff&) const = default;
};

/// The splices that make every list of `after` of that of `before`, row by row and in its order.
/// What drifts by itself does not count: the reachable time of an IP interface, and how much of a
/// lifetime is left while some is. An adapter whose addresses changed changed, too. Takes time in
/// proportion to the rows.
SnapshotDiff diffSnapshots(const Snapshot& before, const Snapshot& after);

}  // namespace interface_panel
