// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "simulated_fixture.h"
#include "stack/simulated/simulated_stack.h"

namespace interface_panel::simulated {
namespace {

Operation operation(SettableIpStack& stack, const IpInterfaceKey& key, Field field,
                    std::int64_t value) {
  return {key, field, liveValue(stack, key, field), value};
}

Refusal refusal(SettableIpStack& stack, const Operation& asked) {
  const Result<Refusal> answer = stack.check(asked);
  REQUIRE(answer);
  return answer.value();
}

int failure(const Result<Done>& outcome) {
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().domain == ErrorDomain::win32);
  return outcome.error().code;
}

TEST_CASE("a set is seen by another process's stack on the same file") {
  const SimulatedFixture fixture;
  const auto helper = fixture.stack();
  const auto app = makeSimulatedStack(fixture.file());
  REQUIRE(liveValue(*app, kEthernet4, Field::DisableDefaultRoutes) == 0);
  REQUIRE(helper->set(operation(*helper, kEthernet4, Field::DisableDefaultRoutes, 1)));
  CHECK(liveValue(*app, kEthernet4, Field::DisableDefaultRoutes) == 1);
  CHECK(liveValue(*app, kEthernet6, Field::DisableDefaultRoutes) == 0);
}

TEST_CASE("setting Metric turns UseAutomaticMetric off, turning it on computes the metric again") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  REQUIRE(stack->set(operation(*stack, kEthernet4, Field::Metric, 3)));
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 3);
  CHECK(liveValue(*stack, kEthernet4, Field::UseAutomaticMetric) == 0);
  REQUIRE(stack->set(operation(*stack, kEthernet4, Field::UseAutomaticMetric, 1)));
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 25);
}

TEST_CASE("IPv4 rows can be set although Get reports a SitePrefixLength that Set refuses") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  REQUIRE(liveValue(*stack, kEthernet4, Field::SitePrefixLength) == 64);
  CHECK(stack->set(operation(*stack, kEthernet4, Field::NlMtu, 1400)));
  CHECK(liveValue(*stack, kEthernet4, Field::SitePrefixLength) == 64);
}

TEST_CASE("check refuses by the table, by the interface and by the value, each with its reason") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const auto ask = [&](std::uint64_t luid, Family family, Field field, std::int64_t value) {
    return refusal(*stack, {{luid, family}, field, 0, value});
  };
  CHECK(ask(kEthernet, Family::ipv4, Field::Metric, 10) == Refusal::none);
  CHECK(ask(kEthernet, Family::ipv4, static_cast<Field>(99), 1) == Refusal::unknownField);
  CHECK(ask(kEthernet, static_cast<Family>(0), Field::Metric, 1) == Refusal::unknownFamily);
  CHECK(ask(kEthernet, Family::ipv4, Field::Connected, 1) == Refusal::readOnlyField);
  CHECK(ask(kEthernet, Family::ipv4, Field::SitePrefixLength, 0) == Refusal::fieldNotInFamily);
  CHECK(ask(kEthernet, Family::ipv4, Field::NlMtu, 575) == Refusal::outOfRange);
  CHECK(ask(kEthernet, Family::ipv4, Field::RetransmitTime, 0xFFFFFFFF) == Refusal::outOfRange);
  CHECK(ask(kUnknown, Family::ipv4, Field::Metric, 1) == Refusal::unknownInterface);
  CHECK(ask(kIpv4Only, Family::ipv6, Field::Metric, 1) == Refusal::familyNotPresent);
  CHECK(ask(kLoopback, Family::ipv4, Field::Metric, 1) == Refusal::loopbackReadOnly);
  CHECK(ask(kEthernet, Family::ipv4, Field::NlMtu, 1501) == Refusal::mtuAboveLinkMtu);
  CHECK(ask(kFullTunnelVpn, Family::ipv4, Field::NlMtu, 1500) == Refusal::mtuAboveLinkMtu);
  CHECK(ask(kEthernet, Family::ipv6, Field::ManagedAddressConfigurationSupported, 0) ==
        Refusal::notAvailable);
}

TEST_CASE("neighbour unreachability detection is refused in both directions") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  constexpr Field kNud = Field::UseNeighborUnreachabilityDetection;
  CHECK(refusal(*stack, {{kCompanyVpn, Family::ipv4}, kNud, 0, 1}) == Refusal::oneWay);
  CHECK(refusal(*stack, {kEthernet4, kNud, 1, 0}) == Refusal::oneWay);
}

TEST_CASE("what check refuses set fails, and changes nothing") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  CHECK(failure(stack->set({kEthernet4, Field::NlMtu, 1500, 575})) == 87);
  CHECK(failure(stack->set({kEthernet4, Field::NlMtu, 1500, 1501})) == 87);
  CHECK(failure(stack->set({kEthernet4, Field::Connected, 1, 0})) == 87);
  CHECK(failure(stack->set({{kUnknown, Family::ipv4}, Field::Metric, 25, 1})) == 2);
  CHECK(failure(stack->set({{kIpv4Only, Family::ipv6}, Field::Metric, 25, 1})) == 1168);
  CHECK(failure(stack->set({{kLoopback, Family::ipv4}, Field::Metric, 75, 1})) == 50);
  CHECK(failure(stack->set({kEthernet4, Field::UseNeighborUnreachabilityDetection, 1, 0})) == 87);
  CHECK(liveValue(*stack, kEthernet4, Field::NlMtu) == 1500);
  CHECK(liveValue(*stack, kEthernet4, Field::UseNeighborUnreachabilityDetection) == 1);
}

TEST_CASE("a value that is not the expected one is a revision mismatch") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  CHECK(failure(stack->set({kEthernet4, Field::Metric, 26, 3})) == 1306);
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 25);
}

TEST_CASE("a value that Set ignores is an error, because nothing came of it") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
  CHECK(failure(stack->set({kEthernet6, kManaged, 1, 0})) == 50);
  CHECK(liveValue(*stack, kEthernet6, kManaged) == 1);
}

TEST_CASE("the next set fails with the code outside control armed, and only that one") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  REQUIRE(fixture.control({"fail-next-set", "5"}) == kDone);
  const Result<Done> denied = stack->set({kEthernet4, Field::Metric, 25, 3});
  CHECK(failure(denied) == 5);
  CHECK(denied.error().name == "ERROR_ACCESS_DENIED");
  CHECK(denied.error().call == "SetIpInterfaceEntry");
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 25);
  CHECK(stack->set({kEthernet4, Field::Metric, 25, 3}));
}

TEST_CASE("a failure can be armed behind sets that succeed") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  REQUIRE(fixture.control({"fail-next-set", "1450", "1"}) == kDone);
  CHECK(stack->set({kEthernet4, Field::Metric, 25, 3}));
  CHECK(failure(stack->set({kEthernet4, Field::Metric, 3, 4})) == 1450);
  CHECK(stack->set({kEthernet4, Field::Metric, 3, 4}));
}

}  // namespace
}  // namespace interface_panel::simulated
