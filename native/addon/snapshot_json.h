// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "stack/snapshot.h"
#include "stack/snapshot_diff.h"

namespace interface_panel {

// JSON that electron/native/snapshot-text.ts makes the shapes of electron/contract/snapshot.ts
// from. A row is an array of its members in their order there: names written out would be three
// quarters of the text, and writing and parsing them most of the time a snapshot takes. Text in,
// text out: this runs on the thread that read, and JSON.parse makes objects of it faster than
// Node-API calls.

/// { stack, adapters: [...], ipInterfaces: [...], unicastAddresses: [...], routes: [...],
/// rules: [...], dnsServers: [...], ipsecPolicies: [...], refusals: [...], courses: [...] }. An
/// adapter ends with the list of its addresses, from which its kind is told, too. An IP interface
/// is [luid, family, [35 values], number of its list in `refusals`, defaultRoutesOverridden]. A
/// route is [destination, prefixLength, number of its course], which is everything else of it.
std::string snapshotJson(const Snapshot& snapshot, std::string_view stackName);

/// The lists that changed, by the same names, as [[start, removed, rows], ...], `refusals`
/// and `courses`.
std::string diffJson(const SnapshotDiff& diff, const Snapshot& after);

/// { ipInterface, refusals }.
std::string ipInterfaceJson(const IpInterface& row);

/// One array.
std::string bestRouteJson(const BestRoute& route);

}  // namespace interface_panel
