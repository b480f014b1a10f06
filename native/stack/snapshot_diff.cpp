// SPDX-License-Identifier: MIT
#include "stack/snapshot_diff.h"

#include <span>
#include <vector>

#include "stack/adapter_addresses.h"

namespace interface_panel {
namespace {

template <typename Row>
Splices spliceLists(const std::vector<Row>& before, const std::vector<Row>& after) {
  return spliceRows(std::span<const Row>(before), std::span<const Row>(after));
}

std::vector<AddressedAdapter> withAddresses(const Snapshot& snapshot,
                                            const AdapterAddresses& addresses) {
  std::vector<AddressedAdapter> rows;
  rows.reserve(snapshot.adapters.size());
  for (const Adapter& adapter : snapshot.adapters) {
    rows.push_back({adapter, addresses.of(adapter.luid)});
  }
  return rows;
}

Splices spliceAdapters(const Snapshot& before, const Snapshot& after) {
  const AdapterAddresses addressesBefore(before.unicastAddresses);
  const AdapterAddresses addressesAfter(after.unicastAddresses);
  return spliceLists(withAddresses(before, addressesBefore), withAddresses(after, addressesAfter));
}

}  // namespace

SnapshotDiff diffSnapshots(const Snapshot& before, const Snapshot& after) {
  return {.adapters = spliceAdapters(before, after),
          .ipInterfaces = spliceLists(before.ipInterfaces, after.ipInterfaces),
          .unicastAddresses = spliceLists(before.unicastAddresses, after.unicastAddresses),
          .routes = spliceLists(before.routes, after.routes),
          .rules = spliceLists(before.rules, after.rules),
          .dnsServers = spliceLists(before.dnsServers, after.dnsServers),
          .ipsecPolicies = spliceLists(before.ipsecPolicies, after.ipsecPolicies)};
}

}  // namespace interface_panel
