// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "stack/windows/windows_stack.h"
#include "windows_test_table.h"

namespace interface_panel {
namespace {

using test::WindowsTestTable;

IpAddress ipv4(std::uint8_t first, std::uint8_t second, std::uint8_t third, std::uint8_t fourth) {
  IpAddress address;
  address.bytes = {first, second, third, fourth};
  return address;
}

IpAddress ipv6(std::initializer_list<std::uint8_t> bytes) {
  IpAddress address;
  address.family = Family::ipv6;
  std::copy(bytes.begin(), bytes.end(), address.bytes.begin());
  return address;
}

const Adapter* findAdapter(const Snapshot& snapshot, std::uint64_t luid) {
  const auto found = std::find_if(snapshot.adapters.begin(), snapshot.adapters.end(),
                                  [luid](const Adapter& each) { return each.luid == luid; });
  return found != snapshot.adapters.end() ? &*found : nullptr;
}

const IpInterface* findIpInterface(const Snapshot& snapshot, const IpInterfaceKey& key) {
  const auto found = std::find_if(snapshot.ipInterfaces.begin(), snapshot.ipInterfaces.end(),
                                  [&key](const IpInterface& each) { return each.key == key; });
  return found != snapshot.ipInterfaces.end() ? &*found : nullptr;
}

Snapshot snapshotOf(const WindowsTestTable& table) {
  auto snapshot = makeWindowsStack(table.api())->snapshot();
  REQUIRE(snapshot);
  return std::move(snapshot).value();
}

}  // namespace

TEST_CASE("an adapter is copied with names and addresses intact") {
  const WindowsTestTable table;
  const Snapshot snapshot = snapshotOf(table);
  const Adapter* const ethernet = findAdapter(snapshot, WindowsTestTable::kEthernet);
  REQUIRE(ethernet != nullptr);
  CHECK(ethernet->index == 12);
  CHECK(ethernet->guid == "{1C0FFEEC-ABCD-1234-A001-02030405060F}");
  CHECK(ethernet->alias == u"Ethernet");
  CHECK(ethernet->physicalAddress == std::vector<std::uint8_t>(6, 0x52));
  CHECK(ethernet->permanentPhysicalAddress == std::vector<std::uint8_t>(6, 0x54));
  CHECK(ethernet->mtu == 1500);
  CHECK(ethernet->type == 6);
  CHECK(ethernet->interfaceAndOperStatusFlags == 5);
  CHECK(ethernet->operStatus == 1);
  CHECK(ethernet->adminStatus == 1);
  CHECK(ethernet->mediaConnectState == 1);
  CHECK(ethernet->transmitLinkSpeed == 1'000'000'000);
  CHECK(ethernet->receiveLinkSpeed == 500'000'000);
}

TEST_CASE("an unpaired surrogate in a name survives") {
  const WindowsTestTable table;
  const Snapshot snapshot = snapshotOf(table);
  const Adapter* const hyperV = findAdapter(snapshot, WindowsTestTable::kHyperV);
  REQUIRE(hyperV != nullptr);
  CHECK(hyperV->alias == std::u16string(u"vEthernet ") + char16_t{0xD83D});
}

TEST_CASE("a name without an end and a length beyond its array stay in bounds") {
  WindowsTestTable table;
  MIB_IF_ROW2& row = table.adapter(WindowsTestTable::kEthernet);
  std::fill(std::begin(row.Alias), std::end(row.Alias), L'x');
  row.PhysicalAddressLength = 4000;
  const Snapshot snapshot = snapshotOf(table);
  const Adapter* const ethernet = findAdapter(snapshot, WindowsTestTable::kEthernet);
  REQUIRE(ethernet != nullptr);
  CHECK(ethernet->alias.size() == 257);
  CHECK(ethernet->physicalAddress.size() == 32);
}

TEST_CASE("a disabled adapter is shown, filters and miniports are not") {
  const WindowsTestTable table;
  const Snapshot snapshot = snapshotOf(table);
  CHECK(findAdapter(snapshot, WindowsTestTable::kWiFi) != nullptr);
  CHECK(findAdapter(snapshot, WindowsTestTable::kFilter) == nullptr);
  CHECK(findAdapter(snapshot, WindowsTestTable::kMiniport) == nullptr);
  CHECK(findIpInterface(snapshot, {WindowsTestTable::kVpn, Family::ipv6}) == nullptr);
}

TEST_CASE("a row has all its members") {
  const WindowsTestTable table;
  const Snapshot snapshot = snapshotOf(table);
  const IpInterface* const row =
      findIpInterface(snapshot, {WindowsTestTable::kEthernet, Family::ipv6});
  REQUIRE(row != nullptr);
  for (const FieldInfo& info : fieldTable()) {
    CAPTURE(info.name);
    CHECK(row->value(info.field).has_value());
  }
  CHECK(row->index == 12);
  CHECK(row->value(Field::Family) == 23);
  CHECK(row->value(Field::InterfaceLuid) == static_cast<std::int64_t>(WindowsTestTable::kEthernet));
  CHECK(row->value(Field::InterfaceIdentifier) == 0x0123456789ABCDEF);
  CHECK(row->value(Field::UseAutomaticMetric) == 1);
  CHECK(row->value(Field::Metric) == 25);
  CHECK(row->value(Field::TransmitOffload) == 0x8D);
  CHECK(row->value(Field::SitePrefixLength) == 64);
  CHECK(row->zoneIndices[5] == 105);
  CHECK(row->zoneIndices[15] == 115);
}

TEST_CASE("addresses, routes and DNS servers are copied") {
  const WindowsTestTable table;
  const Snapshot snapshot = snapshotOf(table);
  CHECK(snapshot.unicastAddresses.size() == 6);
  const UnicastAddress& ethernet = snapshot.unicastAddresses[2];
  CHECK(ethernet.luid == WindowsTestTable::kEthernet);
  CHECK(ethernet.address == IpPrefix{ipv4(192, 168, 1, 10), 24});
  CHECK(ethernet.validLifetime == 86400);
  CHECK(ethernet.preferredLifetime == 43200);
  CHECK(ethernet.dadState == 4);

  CHECK(snapshot.routes.size() == 6);
  const Route& ipv6Default = snapshot.routes[2];
  CHECK(ipv6Default.family == Family::ipv6);
  CHECK(ipv6Default.destination.prefixLength == 0);
  CHECK(ipv6Default.nextHop == ipv6({0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
  CHECK(ipv6Default.metric == 256);
  CHECK(ipv6Default.protocol == 3);
  CHECK(ipv6Default.origin == 2);
  CHECK(ipv6Default.table == 254);
  CHECK(ipv6Default.type == 1);

  REQUIRE(snapshot.dnsServers.size() == 3);
  CHECK(snapshot.dnsServers[0].address == ipv4(192, 168, 1, 1));
  CHECK(snapshot.dnsServers[1].address ==
        ipv6({0x20, 0x01, 0x0D, 0xB8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
  CHECK(snapshot.dnsServers[2].luid == WindowsTestTable::kVpn);
  CHECK(snapshot.rules.empty());
}

TEST_CASE("every table is given back") {
  WindowsTestTable table;
  SUBCASE("after a snapshot") { snapshotOf(table); }
  SUBCASE("after one that failed half way") {
    table.failures["GetIpForwardTable2"] = ERROR_NOT_ENOUGH_MEMORY;
    CHECK_FALSE(makeWindowsStack(table.api())->snapshot());
  }
  CHECK(table.tableReads > 0);
  CHECK(table.openTables() == 0);
}

TEST_CASE("a call that fails is named with its code") {
  for (const char* const call : {"GetIpInterfaceTable", "GetIfTable2", "GetUnicastIpAddressTable",
                                 "GetIpForwardTable2", "GetAdaptersAddresses"}) {
    WindowsTestTable table;
    table.failures[call] = ERROR_NOT_SUPPORTED;
    const auto snapshot = makeWindowsStack(table.api())->snapshot();
    REQUIRE_FALSE(snapshot);
    CHECK(snapshot.error().domain == ErrorDomain::win32);
    CHECK(snapshot.error().code == 50);
    CHECK(snapshot.error().name == "ERROR_NOT_SUPPORTED");
    CHECK(snapshot.error().call == call);
  }
}

TEST_CASE("a table without rows is no failure") {
  WindowsTestTable table;
  for (const char* const call : {"GetUnicastIpAddressTable", "GetIpForwardTable2"}) {
    table.failures[call] = ERROR_NOT_FOUND;
  }
  table.failures["GetAdaptersAddresses"] = ERROR_NO_DATA;
  const Snapshot snapshot = snapshotOf(table);
  CHECK(snapshot.ipInterfaces.size() == 7);
  CHECK(snapshot.routes.empty());
  CHECK(snapshot.dnsServers.empty());
}

TEST_CASE("an interface that goes while the tables are read is in none of them") {
  WindowsTestTable table;
  table.duringSnapshot = [](WindowsTestTable& self) { self.remove(WindowsTestTable::kVpn); };
  const Snapshot snapshot = snapshotOf(table);
  CHECK(findIpInterface(snapshot, {WindowsTestTable::kVpn, Family::ipv4}) == nullptr);
  CHECK(findAdapter(snapshot, WindowsTestTable::kVpn) == nullptr);
  CHECK(std::none_of(snapshot.routes.begin(), snapshot.routes.end(),
                     [](const Route& route) { return route.luid == WindowsTestTable::kVpn; }));
  // Seen to be torn, and read a second time.
  CHECK(table.tableReads == 8);
}

TEST_CASE("a DNS list that grows between two calls is read again") {
  WindowsTestTable table;
  table.dnsOverflows = 3;
  CHECK(snapshotOf(table).dnsServers.size() == 3);

  table.dnsOverflows = 1000;
  const auto snapshot = makeWindowsStack(table.api())->snapshot();
  REQUIRE_FALSE(snapshot);
  CHECK(snapshot.error().code == ERROR_BUFFER_OVERFLOW);
}

TEST_CASE("one IP interface equals its row in the snapshot") {
  const WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  for (const IpInterface& expected : snapshotOf(table).ipInterfaces) {
    const auto row = stack->ipInterface(expected.key);
    REQUIRE(row);
    CHECK(row.value().values == expected.values);
    CHECK(row.value().zoneIndices == expected.zoneIndices);
    CHECK(row.value().refusals.size() == expected.refusals.size());
  }
}

TEST_CASE("an unknown interface and an absent family are told apart, whatever the code was") {
  WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  const auto codeOf = [&stack](std::uint64_t luid, Family family) {
    const auto row = stack->ipInterface({luid, family});
    REQUIRE_FALSE(row);
    return row.error().code;
  };
  CHECK(codeOf(makeLuid(6, 0x4242), Family::ipv4) == ERROR_FILE_NOT_FOUND);
  CHECK(codeOf(0, Family::ipv4) == ERROR_FILE_NOT_FOUND);
  CHECK(codeOf(WindowsTestTable::kVpn, Family::ipv6) == ERROR_NOT_FOUND);
  CHECK(codeOf(WindowsTestTable::kEthernet, Family{7}) == ERROR_INVALID_PARAMETER);

  table.failures["GetIpInterfaceEntry"] = ERROR_NOT_FOUND;
  CHECK(codeOf(makeLuid(6, 0x4242), Family::ipv4) == ERROR_FILE_NOT_FOUND);
  table.failures["GetIpInterfaceEntry"] = ERROR_FILE_NOT_FOUND;
  CHECK(codeOf(WindowsTestTable::kVpn, Family::ipv6) == ERROR_NOT_FOUND);
}

TEST_CASE("the live lookup goes without an interface, and by the source when there is one") {
  WindowsTestTable table;
  const auto stack = makeWindowsStack(table.api());
  const auto best = stack->bestRoute(ipv4(1, 1, 1, 1), std::nullopt);
  REQUIRE(best);
  CHECK(best.value().luid == WindowsTestTable::kVpn);
  CHECK(best.value().destination.prefixLength == 0);
  CHECK(best.value().source == ipv4(10, 8, 0, 2));

  const auto fromEthernet = stack->bestRoute(ipv4(1, 1, 1, 1), ipv4(192, 168, 1, 10));
  REQUIRE(fromEthernet);
  CHECK(fromEthernet.value().luid == WindowsTestTable::kEthernet);
  CHECK(fromEthernet.value().nextHop == ipv4(192, 168, 1, 1));

  const auto local = stack->bestRoute(ipv4(192, 168, 1, 77), std::nullopt);
  REQUIRE(local);
  CHECK(local.value().destination == IpPrefix{ipv4(192, 168, 1, 0), 24});
  CHECK(local.value().metric == 256);
}

TEST_CASE("a lookup without a route says so") {
  WindowsTestTable table;
  table.ipInterface(WindowsTestTable::kVpn, Family::ipv4).DisableDefaultRoutes = TRUE;
  table.ipInterface(WindowsTestTable::kEthernet, Family::ipv4).DisableDefaultRoutes = TRUE;
  const auto best = makeWindowsStack(table.api())->bestRoute(ipv4(1, 1, 1, 1), std::nullopt);
  REQUIRE_FALSE(best);
  CHECK(best.error().code == ERROR_NETWORK_UNREACHABLE);
  CHECK(best.error().call == "GetBestRoute2");
}

}  // namespace interface_panel
