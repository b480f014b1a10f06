// SPDX-License-Identifier: MIT
#include "stack/windows/windows_stack.h"

#include <algorithm>
#include <map>
#include <utility>

#include "stack/windows/adapter_drivers.h"
#include "stack/windows/call_error.h"
#include "stack/windows/change_watch.h"
#include "stack/windows/dns_servers.h"
#include "stack/windows/field_refusal.h"
#include "stack/windows/mib_table.h"
#include "stack/windows/row_conversion.h"
#include "stack/windows/row_reader.h"
#include "stack/windows/snapshot_join.h"
#include "stack/windows/socket_address.h"

namespace interface_panel {
namespace {

/// How often the tables are read again because an interface came or went between two of them.
constexpr int kSecondLooks = 2;

Result<std::vector<Adapter>> readAdapters(const RowReader& reader) {
  const auto table = reader.adapterTable();
  if (!table) return table.error();
  std::vector<Adapter> adapters;
  for (const MIB_IF_ROW2& row : table->rows()) adapters.push_back(adapterFromRow(row));
  return adapters;
}

/// Reads the rows of a table, leaving out those of protocols other than IP.
template <typename Item, typename Table, typename Row>
Result<std::vector<Item>> readRows(const IpHelperApi& api, const char* call,
                                   DWORD(WINAPI* read)(ADDRESS_FAMILY, Table**),
                                   ADDRESS_FAMILY (*family)(const Row&),
                                   Item (*convert)(const Row&)) {
  auto table = readTable<Table>(api, call, read);
  if (!table) return table.error();
  std::vector<Item> items;
  for (const Row& row : table->rows()) {
    if (familyFromNumber(family(row))) items.push_back(convert(row));
  }
  return items;
}

ADDRESS_FAMILY familyOf(const MIB_IPINTERFACE_ROW& row) { return row.Family; }
ADDRESS_FAMILY familyOf(const MIB_UNICASTIPADDRESS_ROW& row) { return row.Address.si_family; }
ADDRESS_FAMILY familyOf(const MIB_IPFORWARD_ROW2& row) {
  return row.DestinationPrefix.Prefix.si_family;
}

void addRefusals(Snapshot& snapshot) {
  std::map<std::uint64_t, std::uint32_t> types;
  for (const Adapter& adapter : snapshot.adapters) types[adapter.luid] = adapter.type;
  for (IpInterface& ipInterface : snapshot.ipInterfaces) {
    ipInterface.refusals = fieldRefusals(ipInterface, types[ipInterface.key.luid]);
  }
}

class WindowsStack final : public IpStack {
 public:
  explicit WindowsStack(const IpHelperApi& api) : api_(api), rows_(api) {}

  Result<Snapshot> snapshot() override;
  Result<IpInterface> ipInterface(const IpInterfaceKey& key) override;
  Result<BestRoute> bestRoute(const IpAddress& destination,
                              const std::optional<IpAddress>& source) override;
  Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) override;

 private:
  Result<Snapshot> readTables();

  IpHelperApi api_;
  RowReader rows_;
  AdapterDrivers drivers_;
};

Result<Snapshot> WindowsStack::readTables() {
  Snapshot snapshot;
  auto ipInterfaces = readRows<IpInterface, MIB_IPINTERFACE_TABLE, MIB_IPINTERFACE_ROW>(
      api_, "GetIpInterfaceTable", api_.getIpInterfaceTable, &familyOf, &ipInterfaceFromRow);
  if (!ipInterfaces) return ipInterfaces.error();
  snapshot.ipInterfaces = std::move(ipInterfaces).value();

  auto adapters = readAdapters(rows_);
  if (!adapters) return adapters.error();
  snapshot.adapters = std::move(adapters).value();

  auto addresses = readRows<UnicastAddress, MIB_UNICASTIPADDRESS_TABLE, MIB_UNICASTIPADDRESS_ROW>(
      api_, "GetUnicastIpAddressTable", api_.getUnicastIpAddressTable, &familyOf,
      &unicastAddressFromRow);
  if (!addresses) return addresses.error();
  snapshot.unicastAddresses = std::move(addresses).value();

  auto routes = readRows<Route, MIB_IPFORWARD_TABLE2, MIB_IPFORWARD_ROW2>(
      api_, "GetIpForwardTable2", api_.getIpForwardTable2, &familyOf, &routeFromRow);
  if (!routes) return routes.error();
  snapshot.routes = std::move(routes).value();

  auto dnsServers = readDnsServers(api_);
  if (!dnsServers) return dnsServers.error();
  snapshot.dnsServers = std::move(dnsServers).value();
  return snapshot;
}

Result<Snapshot> WindowsStack::snapshot() {
  auto tables = readTables();
  for (int look = 0; look < kSecondLooks && tables && !isJoined(tables.value()); ++look) {
    tables = readTables();
  }
  if (!tables) return tables;
  joinTables(tables.value());
  drivers_.fillIn(tables.value().adapters);
  addRefusals(tables.value());
  return tables;
}

Result<IpInterface> WindowsStack::ipInterface(const IpInterfaceKey& key) {
  const auto row = rows_.ipInterfaceRow(key, MIB_IPINTERFACE_ROW{});
  if (!row) return row.error();
  const auto adapter = rows_.adapterRow(key.luid);
  if (!adapter) return adapter.error();
  IpInterface ipInterface = ipInterfaceFromRow(row.value());
  ipInterface.refusals = fieldRefusals(ipInterface, adapter.value().Type);
  return ipInterface;
}

Result<BestRoute> WindowsStack::bestRoute(const IpAddress& destination,
                                          const std::optional<IpAddress>& source) {
  const SOCKADDR_INET to = socketAddress(destination);
  const SOCKADDR_INET from = source ? socketAddress(*source) : SOCKADDR_INET{};
  MIB_IPFORWARD_ROW2 row{};
  SOCKADDR_INET bestSource{};
  // No LUID and index 0: not limited to an interface.
  const DWORD code =
      api_.getBestRoute2(nullptr, 0, source ? &from : nullptr, &to, 0, &row, &bestSource);
  if (code != NO_ERROR) return callError(code, "GetBestRoute2");
  return bestRouteFromRow(row, bestSource);
}

Result<std::unique_ptr<Watch>> WindowsStack::watch(std::function<void()> changed) {
  return watchChanges(api_, std::move(changed));
}

}  // namespace

std::unique_ptr<IpStack> makeWindowsStack() { return makeWindowsStack(loadIpHelperApi()); }

std::unique_ptr<IpStack> makeWindowsStack(const IpHelperApi& api) {
  return std::make_unique<WindowsStack>(api);
}

}  // namespace interface_panel
