// SPDX-License-Identifier: MIT
// The stack on the iphlpapi.dll of the system, Windows' own or Wine's. Changes nothing.
#include <doctest/doctest.h>

#include "stack/windows/ip_helper_api.h"
#include "stack/windows/settable_windows_stack.h"
#include "stack/windows/windows_stack.h"
#include "windows_system_api.h"
#include "windows_wine.h"

namespace interface_panel {

TEST_CASE("the table of a reading stack has no way to set") {
  const IpHelperApi api = loadIpHelperApi();
  const bool reads = api.getIfTable2 != nullptr && api.cancelMibChangeNotify2 != nullptr;
  const bool sets = api.setIpInterfaceEntry != nullptr || api.initializeIpInterfaceEntry != nullptr;
  CHECK(reads);
  CHECK_FALSE(sets);
}

TEST_CASE("what Wine cannot do is refused, and the process lives on") {
  const auto reader = makeWindowsStack();
  if (!test::runsUnderWine()) {
    CHECK(reader->snapshot());
    return;
  }
  const Operation operation{{makeLuid(6, 1), Family::ipv4}, Field::NlMtu, 1500, 1400};

  const auto row = reader->ipInterface(operation.key);
  REQUIRE_FALSE(row);
  CHECK(row.error().name == "ERROR_NOT_SUPPORTED");
  CHECK(row.error().call == "GetIpInterfaceEntry");

  const auto snapshot = reader->snapshot();
  REQUIRE_FALSE(snapshot);
  CHECK(snapshot.error().name == "ERROR_NOT_SUPPORTED");
  CHECK(snapshot.error().call == "GetIpInterfaceTable");

  const auto best = reader->bestRoute({}, std::nullopt);
  REQUIRE_FALSE(best);
  CHECK(best.error().name == "ERROR_NOT_SUPPORTED");

  const auto stack = makeSettableWindowsStack();
  CHECK_FALSE(stack->value(operation));
  CHECK_FALSE(stack->set(operation));
}

TEST_CASE("the system's adapters, addresses and routes are read") {
  const auto snapshot = makeWindowsStack(test::systemApiWithIpInterfaces())->snapshot();
  REQUIRE(snapshot);
  CHECK(test::ownTablesLeft() == 0);

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
