// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "simulated_fixture.h"
#include "stack/simulated/simulated_stack.h"

namespace interface_panel::simulated {
namespace {

Refusal refusalOf(const IpInterface& row, Field field) {
  const auto found =
      std::find_if(row.refusals.begin(), row.refusals.end(),
                   [&](const FieldRefusal& refusal) { return refusal.field == field; });
  return found == row.refusals.end() ? Refusal::none : found->reason;
}

TEST_CASE("the first look at a missing file makes the demo network") {
  const SimulatedFixture fixture;
  const auto stack = makeSimulatedStack(fixture.file());
  CHECK_FALSE(std::filesystem::exists(fixture.file()));
  const Result<Snapshot> snapshot = fixture.reader()->snapshot();
  REQUIRE(snapshot);
  CHECK(snapshot->ipInterfaces.size() == kDemoSize);
  CHECK(snapshot->rules.empty());
  CHECK(std::filesystem::exists(fixture.file()));
}

TEST_CASE("the rows of a snapshot are the rows one reads singly, refusals included") {
  const SimulatedFixture fixture;
  const auto stack = makeSimulatedStack(fixture.file());
  const Result<Snapshot> snapshot = fixture.reader()->snapshot();
  REQUIRE(snapshot);
  for (const IpInterface& row : snapshot->ipInterfaces) {
    const Result<IpInterface> single = fixture.reader()->ipInterface(row.key);
    REQUIRE(single);
    CHECK(single->values == row.values);
    CHECK(single->zoneIndices == row.zoneIndices);
    CHECK(single->refusals.size() == row.refusals.size());
  }
}

TEST_CASE("the snapshot says what would be refused now") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const IpInterface ethernet = fixture.reader()->ipInterface(kEthernet6).value();
  CHECK(refusalOf(ethernet, Field::UseNeighborUnreachabilityDetection) == Refusal::oneWay);
  CHECK(refusalOf(ethernet, Field::ManagedAddressConfigurationSupported) == Refusal::notAvailable);
  CHECK(refusalOf(ethernet, Field::Metric) == Refusal::none);
  const IpInterface loopback = fixture.reader()->ipInterface({kLoopback, Family::ipv4}).value();
  CHECK(refusalOf(loopback, Field::Metric) == Refusal::loopbackReadOnly);
}

TEST_CASE("unknown interfaces and absent families answer as GetIpInterfaceEntry does") {
  const SimulatedFixture fixture;
  const auto stack = makeSimulatedStack(fixture.file());
  const Result<IpInterface> unknown = fixture.reader()->ipInterface({kUnknown, Family::ipv4});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().domain == ErrorDomain::win32);
  CHECK(unknown.error().code == 2);
  CHECK(unknown.error().name == "ERROR_FILE_NOT_FOUND");
  CHECK(unknown.error().call == "GetIpInterfaceEntry");
  const Result<IpInterface> unbound = fixture.reader()->ipInterface({kIpv4Only, Family::ipv6});
  REQUIRE_FALSE(unbound);
  CHECK(unbound.error().code == 1168);
}

}  // namespace
}  // namespace interface_panel::simulated
