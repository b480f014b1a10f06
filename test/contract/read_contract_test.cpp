// SPDX-License-Identifier: MIT
// What every stack shows when it is read.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "stack_under_test.h"

namespace interface_panel {
namespace {

TEST_CASE("a snapshot names every adapter once, and every list joins by its LUID") {
  const auto fixture = makeStackUnderTest();
  const auto snapshot = fixture->makeReader()->snapshot();
  REQUIRE(snapshot.ok());

  std::set<std::uint64_t> adapters;
  for (const Adapter& adapter : snapshot->adapters) {
    CHECK_MESSAGE(adapters.insert(adapter.luid).second, adapter.index);
  }
  REQUIRE_FALSE(adapters.empty());
  for (const IpInterface& row : snapshot->ipInterfaces) CHECK(adapters.contains(row.key.luid));
  for (const UnicastAddress& row : snapshot->unicastAddresses) CHECK(adapters.contains(row.luid));
  for (const DnsServer& row : snapshot->dnsServers) {
    CHECK((row.luid == 0 || adapters.contains(row.luid)));
  }
  for (const Route& route : snapshot->routes) {
    CHECK((route.luid == 0 || adapters.contains(route.luid)));
    for (const RouteHop& hop : route.hops) CHECK(adapters.contains(hop.luid));
  }
}

TEST_CASE("no key stands twice in the IP interface table") {
  const auto fixture = makeStackUnderTest();
  const auto snapshot = fixture->makeReader()->snapshot();
  REQUIRE(snapshot.ok());
  std::set<IpInterfaceKey> keys;
  for (const IpInterface& row : snapshot->ipInterfaces) CHECK(keys.insert(row.key).second);
  CHECK_FALSE(keys.empty());
}

TEST_CASE("every row has its key fields and fits the types of all 35 members") {
  const auto fixture = makeStackUnderTest();
  const auto snapshot = fixture->makeReader()->snapshot();
  REQUIRE(snapshot.ok());
  CHECK(fieldTable().size() == 35);
  for (const IpInterface& row : snapshot->ipInterfaces) {
    CHECK(row.value(Field::Family) == static_cast<std::int64_t>(row.key.family));
    CHECK(row.value(Field::InterfaceLuid) == static_cast<std::int64_t>(row.key.luid));
    CHECK(row.value(Field::InterfaceIndex) == static_cast<std::int64_t>(row.index));
    for (const FieldInfo& info : fieldTable()) {
      const auto& value = row.value(info.field);
      if (!value) continue;
      CAPTURE(info.name);
      if (info.type == FieldType::boolean) CHECK((*value == 0 || *value == 1));
      if (info.type == FieldType::offloadBits) CHECK((*value >= 0 && *value <= 0xFF));
      if (info.type == FieldType::ulong) CHECK((*value >= 0 && *value <= 0xFFFFFFFFLL));
    }
  }
}

TEST_CASE("reading one IP interface gives the snapshot's row") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeReader();
  const auto snapshot = stack->snapshot();
  REQUIRE(snapshot.ok());
  for (const IpInterface& row : snapshot->ipInterfaces) {
    const auto one = stack->ipInterface(row.key);
    REQUIRE(one.ok());
    CHECK(one->key == row.key);
    CHECK(one->index == row.index);
    CHECK(one->zoneIndices == row.zoneIndices);
    CHECK(one->refusals.size() == row.refusals.size());
    for (const FieldInfo& info : fieldTable()) {
      // Drawn at random by the stack, at any time.
      if (info.field == Field::ReachableTime) continue;
      CAPTURE(info.name);
      CHECK(one->value(info.field) == row.value(info.field));
    }
  }
}

TEST_CASE("an unknown LUID is an error with the platform's name and number") {
  const auto fixture = makeStackUnderTest();
  const auto row = fixture->makeReader()->ipInterface({makeLuid(6, 0xABCDEF), Family::ipv4});
  REQUIRE_FALSE(row.ok());
  CHECK(row.error().code == fixture->unknownInterfaceCode());
  CHECK_FALSE(row.error().name.empty());
  CHECK_FALSE(row.error().call.empty());
}

TEST_CASE("an adapter without the family is another error than an unknown one") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeReader();
  const auto row = stack->ipInterface(fixture->absentFamily());
  REQUIRE_FALSE(row.ok());
  CHECK(row.error().code == fixture->absentFamilyCode());
  const auto snapshot = stack->snapshot();
  REQUIRE(snapshot.ok());
  CHECK(
      std::none_of(snapshot->ipInterfaces.begin(), snapshot->ipInterfaces.end(),
                   [&](const IpInterface& other) { return other.key == fixture->absentFamily(); }));
}

TEST_CASE("the best route is the one the stack takes") {
  const auto fixture = makeStackUnderTest();
  const auto best = fixture->makeReader()->bestRoute(fixture->reachable(), std::nullopt);
  REQUIRE(best.ok());
  CHECK(best->luid == fixture->reachableThrough());
}

TEST_CASE("a destination without a route is an error") {
  const auto fixture = makeStackUnderTest();
  const auto best = fixture->makeReader()->bestRoute(fixture->unreachable(), std::nullopt);
  REQUIRE_FALSE(best.ok());
  CHECK(best.error().code == fixture->unreachableCode());
}

}  // namespace
}  // namespace interface_panel
