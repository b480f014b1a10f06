// SPDX-License-Identifier: MIT
// The stack on the iphlpapi.dll of the system, Windows' own or Wine's. Changes nothing.
#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>
#include <map>

#include "stack/windows/settable_windows_stack.h"
#include "stack/windows/windows_stack.h"
#include "windows_test_table.h"
#include "windows_wine.h"

namespace interface_panel {
namespace {

IpHelperApi systemApi;
std::map<void*, bool> ownTables;

void WINAPI freeOwnOrSystemTable(void* table) {
  if (ownTables.erase(table) != 0) {
    std::free(table);
  } else {
    systemApi.freeMibTable(table);
  }
}

/// What Wine's GetIpInterfaceTable leaves out: an IPv4 and an IPv6 row for each of its adapters.
DWORD WINAPI rowsOfSystemAdapters(ADDRESS_FAMILY, MIB_IPINTERFACE_TABLE** table) {
  MIB_IF_TABLE2* adapters = nullptr;
  if (const DWORD code = systemApi.getIfTable2(&adapters); code != NO_ERROR) return code;
  const std::size_t bytes = offsetof(MIB_IPINTERFACE_TABLE, Table) +
                            2 * adapters->NumEntries * sizeof(MIB_IPINTERFACE_ROW);
  *table = static_cast<MIB_IPINTERFACE_TABLE*>(std::calloc(1, bytes));
  ownTables[*table] = true;
  for (ULONG index = 0; index < adapters->NumEntries; ++index) {
    for (const ADDRESS_FAMILY family : {ADDRESS_FAMILY{AF_INET}, ADDRESS_FAMILY{AF_INET6}}) {
      MIB_IPINTERFACE_ROW& row = (&(*table)->Table[0])[(*table)->NumEntries++];
      row.Family = family;
      row.InterfaceLuid = (&adapters->Table[0])[index].InterfaceLuid;
    }
  }
  systemApi.freeMibTable(adapters);
  return NO_ERROR;
}

}  // namespace

TEST_CASE("the table of a reading stack has no way to set") {
  const IpHelperApi api = loadIpHelperApi();
  const bool reads = api.getIfTable2 != nullptr && api.cancelMibChangeNotify2 != nullptr;
  const bool sets = api.setIpInterfaceEntry != nullptr || api.initializeIpInterfaceEntry != nullptr;
  CHECK(reads);
  CHECK_FALSE(sets);
}

TEST_CASE("what Wine cannot do is refused, and the process lives on") {
  const auto stack = makeSettableWindowsStack();
  if (!test::runsUnderWine()) {
    CHECK(stack->snapshot());
    return;
  }
  const Operation operation{{makeLuid(6, 1), Family::ipv4}, Field::NlMtu, 1500, 1400};

  const auto row = stack->ipInterface(operation.key);
  REQUIRE_FALSE(row);
  CHECK(row.error().name == "ERROR_NOT_SUPPORTED");
  CHECK(row.error().call == "GetIpInterfaceEntry");

  const auto snapshot = stack->snapshot();
  REQUIRE_FALSE(snapshot);
  CHECK(snapshot.error().name == "ERROR_NOT_SUPPORTED");
  CHECK(snapshot.error().call == "GetIpInterfaceTable");

  const auto best = stack->bestRoute({}, std::nullopt);
  REQUIRE_FALSE(best);
  CHECK(best.error().name == "ERROR_NOT_SUPPORTED");

  CHECK_FALSE(stack->set(operation));
}

TEST_CASE("the system's adapters, addresses and routes are read") {
  systemApi = loadIpHelperApi();
  IpHelperApi api = systemApi;
  api.getIpInterfaceTable = &rowsOfSystemAdapters;
  api.freeMibTable = &freeOwnOrSystemTable;
  const auto snapshot = makeWindowsStack(api)->snapshot();
  REQUIRE(snapshot);
  CHECK(ownTables.empty());

  bool hasLoopback = false;
  for (const Adapter& adapter : snapshot.value().adapters) {
    CHECK(adapter.guid.size() == 38);
    CHECK(luidIndex(adapter.luid) != 0);
    if (adapter.type == 24) hasLoopback = true;
  }
  CHECK(hasLoopback);

  bool hasLoopbackAddress = false;
  for (const UnicastAddress& address : snapshot.value().unicastAddresses) {
    const auto& bytes = address.address.address.bytes;
    if (address.address.address.family == Family::ipv4 && bytes[0] == 127 && bytes[3] == 1) {
      hasLoopbackAddress = true;
    }
  }
  CHECK(hasLoopbackAddress);
}

TEST_CASE("a watch on the system begins and ends") {
  const auto watch = makeWindowsStack()->watch([] {});
  CHECK(watch);
}

}  // namespace interface_panel
