// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "simulated_fixture.h"

namespace interface_panel::simulated {
namespace {

constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
constexpr Field kOther = Field::OtherStatefulConfigurationSupported;

/// An operation that was carried out, with the footprints of both sides.
struct Applied {
  Operation operation;
  Footprint before;
  Footprint after;
};

Applied apply(SettableIpStack& stack, const IpInterfaceKey& key, Field field, std::int64_t value) {
  Applied applied{{key, field, liveValue(stack, key, field), value}, {}, {}};
  REQUIRE(stack.check(applied.operation).value() == Refusal::none);
  applied.before = stack.capture(applied.operation).value();
  REQUIRE(stack.set(applied.operation));
  applied.after = stack.capture(applied.operation).value();
  return applied;
}

Restored restored(SettableIpStack& stack, const Applied& applied) {
  const Result<Restored> outcome = stack.restore(applied.operation, applied.before, applied.after);
  REQUIRE(outcome);
  return outcome.value();
}

std::int64_t otherValue(const IpInterface& row, Field field) {
  const FieldRange& range = *settableRange(field, row.key.family);
  const std::int64_t live = *row.value(field);
  return live > range.min ? live - 1 : live + 1;
}

TEST_CASE("every settable field of both families can be set and brought back exactly") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  for (const IpInterfaceKey& key : {kEthernet4, kEthernet6, kTunnel4}) {
    for (const FieldInfo& info : fieldTable()) {
      const IpInterface before = fixture.reader()->ipInterface(key).value();
      if (!settableRange(info.field, key.family)) continue;
      const Operation wanted{key, info.field, *before.value(info.field),
                             otherValue(before, info.field)};
      if (stack->check(wanted).value() != Refusal::none) continue;
      CAPTURE(info.name);
      const Applied applied = apply(*stack, key, info.field, wanted.value);
      CHECK(liveValue(*stack, key, info.field) == wanted.value);
      CHECK(restored(*stack, applied) == Restored::complete);
      CHECK(fixture.reader()->ipInterface(key).value().values == before.values);
      CHECK(stack->settled().value());
    }
  }
}

TEST_CASE("a metric is brought back as automatic, not as the number it was") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kEthernet4, Field::Metric, 3);
  CHECK(restored(*stack, applied) == Restored::complete);
  CHECK(liveValue(*stack, kEthernet4, Field::UseAutomaticMetric) == 1);
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 25);
}

TEST_CASE("a fixed metric is brought back with its number") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kTunnel4, Field::UseAutomaticMetric, 1);
  CHECK(restored(*stack, applied) == Restored::complete);
  CHECK(liveValue(*stack, kTunnel4, Field::UseAutomaticMetric) == 0);
  CHECK(liveValue(*stack, kTunnel4, Field::Metric) == 5);
}

TEST_CASE("router discovery is brought back with the flags that routers had overwritten") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv6", "RouterDiscoveryBehavior", "0"}) ==
          kDone);
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv6",
                           "ManagedAddressConfigurationSupported", "0"}) == kDone);
  const Applied applied = apply(*stack, kEthernet6, Field::RouterDiscoveryBehavior, 1);
  CHECK(liveValue(*stack, kEthernet6, kManaged) == 1);
  CHECK(restored(*stack, applied) == Restored::complete);
  CHECK(liveValue(*stack, kEthernet6, Field::RouterDiscoveryBehavior) == 0);
  CHECK(liveValue(*stack, kEthernet6, kManaged) == 0);
  CHECK(liveValue(*stack, kEthernet6, kOther) == 1);
}

TEST_CASE("what another program changed since is foreign and left alone") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kEthernet4, Field::Metric, 3);
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv4", "Metric", "9"}) == kDone);
  CHECK(restored(*stack, applied) == Restored::foreign);
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 9);
}

TEST_CASE("another field changed since is nobody's business and stays") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kEthernet4, Field::Metric, 3);
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv4", "NlMtu", "1400"}) == kDone);
  CHECK(restored(*stack, applied) == Restored::complete);
  CHECK(liveValue(*stack, kEthernet4, Field::NlMtu) == 1400);
}

TEST_CASE("what is already as before is complete") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kEthernet4, Field::NlMtu, 1400);
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv4", "NlMtu", "1500"}) == kDone);
  CHECK(restored(*stack, applied) == Restored::complete);
}

TEST_CASE("an interface that vanished is gone until it returns") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kTunnel4, Field::DisableDefaultRoutes, 1);
  REQUIRE(fixture.control({"vanish", luidText(kFullTunnelVpn)}) == kDone);
  CHECK(restored(*stack, applied) == Restored::gone);
  REQUIRE(fixture.control({"return", luidText(kFullTunnelVpn), "kept"}) == kDone);
  CHECK(liveValue(*stack, kTunnel4, Field::DisableDefaultRoutes) == 1);
  CHECK(restored(*stack, applied) == Restored::complete);
  CHECK(liveValue(*stack, kTunnel4, Field::DisableDefaultRoutes) == 0);
}

TEST_CASE("another adapter that came to the LUID is never touched") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kTunnel4, Field::DisableDefaultRoutes, 1);
  REQUIRE(fixture.control({"vanish", luidText(kFullTunnelVpn)}) == kDone);
  REQUIRE(fixture.control({"return", luidText(kFullTunnelVpn), "replaced"}) == kDone);
  REQUIRE(fixture.control({"set", luidText(kFullTunnelVpn), "ipv4", "DisableDefaultRoutes", "1"}) ==
          kDone);
  CHECK(restored(*stack, applied) == Restored::gone);
  CHECK(liveValue(*stack, kTunnel4, Field::DisableDefaultRoutes) == 1);
}

TEST_CASE("a restore that the platform refuses is failed, and changes nothing") {
  SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kEthernet4, Field::NlMtu, 1400);
  REQUIRE(fixture.control({"fail-next-set", "5"}) == kDone);
  CHECK(restored(*stack, applied) == Restored::failed);
  CHECK(liveValue(*stack, kEthernet4, Field::NlMtu) == 1400);
  CHECK(restored(*stack, applied) == Restored::complete);
}

TEST_CASE("footprints that nobody captured are refused and change nothing") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const Applied applied = apply(*stack, kEthernet4, Field::Metric, 3);
  const auto isRefused = [&](const Footprint& before, const Footprint& after) {
    const Result<Restored> outcome = stack->restore(applied.operation, before, after);
    return !outcome && outcome.error().code == 13;
  };
  CHECK(isRefused({}, applied.after));
  CHECK(isRefused(applied.before, {}));
  for (std::size_t length = 0; length < applied.before.size(); ++length) {
    const Footprint cut(applied.before.begin(),
                        applied.before.begin() + static_cast<std::ptrdiff_t>(length));
    CHECK(isRefused(cut, applied.after));
  }
  Footprint longer = applied.before;
  longer.push_back(0);
  CHECK(isRefused(longer, applied.after));
  const Footprint ofOtherField = stack->capture({kEthernet4, Field::NlMtu, 1500, 1400}).value();
  CHECK(isRefused(ofOtherField, applied.after));
  const Footprint ofOtherAdapter =
      stack->capture({{kWifi, Family::ipv4}, Field::Metric, 30, 3}).value();
  CHECK(isRefused(ofOtherAdapter, applied.after));
  CHECK(liveValue(*stack, kEthernet4, Field::Metric) == 3);
}

TEST_CASE("capture refuses what can never be set and what is not there") {
  const SimulatedFixture fixture;
  const auto stack = fixture.stack();
  const auto failure = [&](const Operation& operation) {
    const Result<Footprint> footprint = stack->capture(operation);
    REQUIRE_FALSE(footprint);
    return footprint.error().code;
  };
  CHECK(failure({kEthernet4, Field::Connected, 1, 0}) == 87);
  CHECK(failure({{kUnknown, Family::ipv4}, Field::Metric, 1, 2}) == 2);
  CHECK(failure({{kIpv4Only, Family::ipv6}, Field::Metric, 1, 2}) == 1168);
}

}  // namespace
}  // namespace interface_panel::simulated
