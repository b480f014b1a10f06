// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstring>

#include "stack/windows/settable_windows_stack.h"
#include "windows_test_table.h"

namespace interface_panel {
namespace {

using test::WindowsTestTable;

constexpr IpInterfaceKey kEthernet4{WindowsTestTable::kEthernet, Family::ipv4};
constexpr IpInterfaceKey kEthernet6{WindowsTestTable::kEthernet, Family::ipv6};
constexpr IpInterfaceKey kHyperV6{WindowsTestTable::kHyperV, Family::ipv6};
constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;

/// The stack on the test table, and the road an operation takes.
struct Fixture {
  WindowsTestTable table;
  std::unique_ptr<SettableIpStack> stack = makeSettableWindowsStack(table.api());
  Footprint before;
  Footprint after;

  MIB_IPINTERFACE_ROW& row(const IpInterfaceKey& key) {
    return table.ipInterface(key.luid, key.family);
  }

  std::int64_t live(const IpInterfaceKey& key, Field field) {
    const auto value = stack->value({.key = key, .field = field});
    REQUIRE(value);
    REQUIRE(value.value());
    return *value.value();
  }

  Refusal check(const Operation& operation) {
    const auto refusal = stack->check(operation);
    REQUIRE(refusal);
    return refusal.value();
  }

  Footprint capture(const Operation& operation) {
    auto footprint = stack->capture(operation);
    REQUIRE(footprint);
    return std::move(footprint).value();
  }

  void apply(const Operation& operation) {
    REQUIRE(check(operation) == Refusal::none);
    before = capture(operation);
    const auto done = stack->set(operation);
    if (!done) CAPTURE(done.error().name);
    REQUIRE(done);
    after = capture(operation);
  }

  Restored restore(const Operation& operation) {
    const auto restored = stack->restore(operation, before, after);
    REQUIRE(restored);
    return restored.value();
  }
};

bool isSameRow(const MIB_IPINTERFACE_ROW& left, const MIB_IPINTERFACE_ROW& right) {
  return std::memcmp(&left, &right, sizeof(left)) == 0;
}

}  // namespace

TEST_CASE_FIXTURE(Fixture, "every settable field can be set, read back and taken back") {
  // On this row all are settable but the one that goes one way.
  for (const Family family : {Family::ipv4, Family::ipv6}) {
    const IpInterfaceKey key{WindowsTestTable::kHyperV, family};
    for (const FieldInfo& info : fieldTable()) {
      if (!settableRange(info.field, family)) continue;
      if (info.field == Field::UseNeighborUnreachabilityDetection) continue;
      CAPTURE(info.name);
      const MIB_IPINTERFACE_ROW original = row(key);
      const std::int64_t old = live(key, info.field);
      const std::int64_t value = info.field == Field::NlMtu ? 1400 : (old == 1 ? 0 : 1);
      const Operation operation{key, info.field, old, value};

      apply(operation);
      CHECK(live(key, info.field) == value);
      CHECK_FALSE(isSameRow(row(key), original));
      CHECK(restore(operation) == Restored::complete);
      CHECK(isSameRow(row(key), original));
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "a set changes its own member alone") {
  MIB_IPINTERFACE_ROW expected = row(kEthernet4);
  apply({kEthernet4, Field::ForwardingEnabled, 0, 1});
  expected.ForwardingEnabled = TRUE;
  CHECK(isSameRow(row(kEthernet4), expected));
  CHECK(table.setCalls == 1);
}

TEST_CASE_FIXTURE(Fixture, "an illegal site prefix length does not stop a set on IPv6") {
  row(kEthernet6).SitePrefixLength = 255;
  apply({kEthernet6, Field::DadTransmits, 1, 2});
  CHECK(row(kEthernet6).SitePrefixLength == 128);
}

TEST_CASE_FIXTURE(Fixture,
                  "a metric of one's own is no longer automatic, and automatic again after undo") {
  const Operation operation{kEthernet4, Field::Metric, 25, 5};
  apply(operation);
  CHECK(live(kEthernet4, Field::Metric) == 5);
  CHECK(live(kEthernet4, Field::UseAutomaticMetric) == 0);
  CHECK(restore(operation) == Restored::complete);
  CHECK(live(kEthernet4, Field::Metric) == 25);
  CHECK(live(kEthernet4, Field::UseAutomaticMetric) == 1);
}

TEST_CASE_FIXTURE(Fixture, "an automatic metric comes back as what it is now, not what it was") {
  const Operation operation{kEthernet4, Field::UseAutomaticMetric, 1, 0};
  apply(operation);
  CHECK(live(kEthernet4, Field::Metric) == 25);
  table.adapter(WindowsTestTable::kEthernet).TransmitLinkSpeed = 100'000'000;
  CHECK(restore(operation) == Restored::complete);
  CHECK(live(kEthernet4, Field::Metric) == 35);
}

TEST_CASE_FIXTURE(Fixture, "a fixed metric comes back after it was made automatic") {
  row(kEthernet4).UseAutomaticMetric = FALSE;
  row(kEthernet4).Metric = 7;
  const Operation operation{kEthernet4, Field::UseAutomaticMetric, 0, 1};
  apply(operation);
  CHECK(live(kEthernet4, Field::Metric) == 25);
  CHECK(restore(operation) == Restored::complete);
  CHECK(live(kEthernet4, Field::UseAutomaticMetric) == 0);
  CHECK(live(kEthernet4, Field::Metric) == 7);
}

TEST_CASE_FIXTURE(Fixture, "a footprint does not change while the stack computes the metric anew") {
  const Operation operation{kEthernet4, Field::UseAutomaticMetric, 1, 0};
  const Footprint first = capture(operation);
  row(kEthernet4).Metric = 35;
  CHECK(capture(operation) == first);
}

TEST_CASE_FIXTURE(Fixture, "flags that routers set meanwhile go back to what they were") {
  row(kHyperV6).ManagedAddressConfigurationSupported = FALSE;
  const Operation operation{kHyperV6, Field::RouterDiscoveryBehavior, 0, 1};
  apply(operation);
  CHECK(live(kHyperV6, kManaged) == 1);
  CHECK(capture(operation) == after);
  CHECK(restore(operation) == Restored::complete);
  CHECK(live(kHyperV6, kManaged) == 0);
}

TEST_CASE_FIXTURE(Fixture, "flags that routers set again after undo are left to them") {
  const Operation operation{kEthernet6, Field::RouterDiscoveryBehavior, 1, 0};
  apply(operation);
  table.advertisedFlags = false;
  CHECK(restore(operation) == Restored::complete);
  CHECK(live(kEthernet6, kManaged) == 0);
}

TEST_CASE_FIXTURE(Fixture, "what the stack computes goes back as it was read, without a mark") {
  const Operation metric{kEthernet4, Field::UseAutomaticMetric, 1, 0};
  apply(metric);
  CHECK(restore(metric) == Restored::complete);
  CHECK(table.lastSetRow.Metric == 25);

  const Operation discovery{kEthernet6, Field::RouterDiscoveryBehavior, 1, 0};
  apply(discovery);
  CHECK(restore(discovery) == Restored::complete);
  CHECK(table.lastSetRow.ManagedAddressConfigurationSupported == 1);
}

TEST_CASE_FIXTURE(Fixture, "what the field table forbids is refused") {
  CHECK(check({kEthernet4, Field{35}, 0, 1}) == Refusal::unknownField);
  CHECK(check({{WindowsTestTable::kEthernet, Family{7}}, Field::NlMtu, 0, 1400}) ==
        Refusal::unknownFamily);
  CHECK(check({kEthernet4, Field::Connected, 1, 0}) == Refusal::readOnlyField);
  CHECK(check({kEthernet4, Field::InterfaceLuid, 1, 0}) == Refusal::readOnlyField);
  CHECK(check({kEthernet4, Field::SitePrefixLength, 64, 0}) == Refusal::fieldNotInFamily);
  CHECK(check({kEthernet4, Field::NlMtu, 1500, 575}) == Refusal::outOfRange);
  CHECK(check({kEthernet6, Field::NlMtu, 1500, 1279}) == Refusal::outOfRange);
  CHECK(check({kEthernet4, Field::ForwardingEnabled, 0, 2}) == Refusal::outOfRange);
  CHECK(check({kEthernet4, Field::RouterDiscoveryBehavior, 2, -1}) == Refusal::outOfRange);
  CHECK(table.setCalls == 0);
}

TEST_CASE_FIXTURE(Fixture, "the mark for unchanged is no value to set") {
  CHECK(check({kEthernet4, Field::BaseReachableTime, 30000, 0xFFFFFFFF}) == Refusal::outOfRange);
  CHECK(check({kEthernet4, Field::BaseReachableTime, 30000, 0xFFFFFFFE}) == Refusal::none);
}

TEST_CASE_FIXTURE(Fixture, "what the live stack forbids is refused") {
  CHECK(check({{makeLuid(6, 0x4242), Family::ipv4}, Field::NlMtu, 1500, 1400}) ==
        Refusal::unknownInterface);
  CHECK(check({{0, Family::ipv4}, Field::NlMtu, 1500, 1400}) == Refusal::unknownInterface);
  CHECK(check({{WindowsTestTable::kVpn, Family::ipv6}, Field::NlMtu, 1500, 1400}) ==
        Refusal::familyNotPresent);
  CHECK(check({{WindowsTestTable::kLoopback, Family::ipv4}, Field::Metric, 75, 10}) ==
        Refusal::loopbackReadOnly);
  CHECK(check({kEthernet4, Field::UseNeighborUnreachabilityDetection, 1, 0}) == Refusal::oneWay);
  CHECK(check({kEthernet6, kManaged, 1, 0}) == Refusal::notAvailable);
  CHECK(check({kHyperV6, kManaged, 1, 0}) == Refusal::none);
  CHECK(check({kEthernet4, Field::NlMtu, 1500, 1501}) == Refusal::mtuAboveLinkMtu);
  CHECK(check({{WindowsTestTable::kVpn, Family::ipv4}, Field::NlMtu, 1420, 1420}) == Refusal::none);
}

TEST_CASE_FIXTURE(Fixture, "a link MTU that the adapter does not tell limits nothing") {
  table.adapter(WindowsTestTable::kEthernet).Mtu = 0;
  CHECK(check({kEthernet4, Field::NlMtu, 1500, 9000}) == Refusal::none);
}

TEST_CASE_FIXTURE(Fixture, "a change whose side effect could not be put back is refused") {
  row(kHyperV6).ManagedAddressConfigurationSupported = 0xFF;
  CHECK(check({kHyperV6, Field::RouterDiscoveryBehavior, 0, 2}) == Refusal::cannotRestore);
  const auto footprint = stack->capture({kHyperV6, Field::RouterDiscoveryBehavior, 0, 2});
  REQUIRE_FALSE(footprint);
  CHECK(footprint.error().code == ERROR_NOT_SUPPORTED);
}

TEST_CASE_FIXTURE(Fixture, "a failing read while checking is an error, not a refusal") {
  table.failures["GetIpInterfaceEntry"] = ERROR_NOT_ENOUGH_MEMORY;
  const auto refusal = stack->check({kEthernet4, Field::NlMtu, 1500, 1400});
  REQUIRE_FALSE(refusal);
  CHECK(refusal.error().name == "ERROR_NOT_ENOUGH_MEMORY");
}

TEST_CASE_FIXTURE(Fixture, "a set out of date changes nothing") {
  const auto done = stack->set({kEthernet4, Field::NlMtu, 1492, 1400});
  REQUIRE_FALSE(done);
  CHECK(done.error().name == "ERROR_REVISION_MISMATCH");
  CHECK(table.setCalls == 0);
}

TEST_CASE_FIXTURE(Fixture, "a set that the table forbids is not tried") {
  for (const Operation& operation : {Operation{kEthernet4, Field::NlMtu, 1500, 575},
                                     Operation{kEthernet4, Field::ReachableTime, 29500, 1},
                                     Operation{kEthernet4, Field::SitePrefixLength, 64, 0}}) {
    const auto done = stack->set(operation);
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ERROR_INVALID_PARAMETER);
  }
  CHECK_FALSE(stack->capture({kEthernet4, Field::ReachableTime, 0, 0}));
  CHECK(table.setCalls == 0);
}

TEST_CASE_FIXTURE(Fixture, "each error of Set is told with its name and changes nothing") {
  const MIB_IPINTERFACE_ROW original = row(kEthernet4);
  const auto errorOf = [this] {
    const auto done = stack->set({kEthernet4, Field::NlMtu, 1500, 1400});
    REQUIRE_FALSE(done);
    CHECK(done.error().call == "SetIpInterfaceEntry");
    return done.error().name;
  };
  table.elevated = false;
  CHECK(errorOf() == "ERROR_ACCESS_DENIED");
  table.elevated = true;
  table.nextSetCode = ERROR_INVALID_PARAMETER;
  CHECK(errorOf() == "ERROR_INVALID_PARAMETER");
  table.nextSetCode = ERROR_NOT_FOUND;
  CHECK(errorOf() == "ERROR_NOT_FOUND");
  CHECK(isSameRow(row(kEthernet4), original));
}

TEST_CASE_FIXTURE(Fixture, "a set that succeeds without effect is a failure") {
  const MIB_IPINTERFACE_ROW original = row(kEthernet4);
  table.nextSetIsIgnored = true;
  const auto done = stack->set({kEthernet4, Field::NlMtu, 1500, 1400});
  REQUIRE_FALSE(done);
  CHECK(done.error().name == "ERROR_NOT_SUPPORTED");
  CHECK(isSameRow(row(kEthernet4), original));
}

TEST_CASE_FIXTURE(Fixture,
                  "a set that comes out as another value is put back with its side effects") {
  // Routers decide the flag from the moment on in which this is set.
  row(kHyperV6).RouterDiscoveryBehavior = RouterDiscoveryEnabled;
  const MIB_IPINTERFACE_ROW original = row(kHyperV6);
  const auto done = stack->set({kHyperV6, kManaged, 1, 0});
  REQUIRE_FALSE(done);
  CHECK(done.error().name == "ERROR_NOT_SUPPORTED");
  CHECK(table.setCalls == 2);
  CHECK(isSameRow(row(kHyperV6), original));
}

TEST_CASE_FIXTURE(Fixture, "what another program changed since is left alone") {
  const Operation operation{kEthernet4, Field::Metric, 25, 5};
  apply(operation);
  SUBCASE("the value") { row(kEthernet4).Metric = 6; }
  SUBCASE("what goes with it") { row(kEthernet4).UseAutomaticMetric = TRUE; }
  const MIB_IPINTERFACE_ROW foreign = row(kEthernet4);
  // Automatic as before is what undo wants.
  const bool asBefore = foreign.UseAutomaticMetric != FALSE;
  CHECK(restore(operation) == (asBefore ? Restored::complete : Restored::foreign));
  CHECK(isSameRow(row(kEthernet4), foreign));
  CHECK(table.setCalls == 1);
}

TEST_CASE_FIXTURE(Fixture, "a flag that routers took over and set to what it was is as before") {
  const Operation operation{kHyperV6, kManaged, 1, 0};
  apply(operation);
  row(kHyperV6).RouterDiscoveryBehavior = RouterDiscoveryEnabled;
  row(kHyperV6).ManagedAddressConfigurationSupported = TRUE;
  CHECK(restore(operation) == Restored::complete);
}

TEST_CASE_FIXTURE(Fixture, "changes of other members by other programs survive undo") {
  const Operation operation{kEthernet4, Field::NlMtu, 1500, 1400};
  apply(operation);
  row(kEthernet4).WeakHostSend = TRUE;
  CHECK(restore(operation) == Restored::complete);
  CHECK(row(kEthernet4).WeakHostSend == TRUE);
  CHECK(row(kEthernet4).NlMtu == 1500);
}

TEST_CASE_FIXTURE(Fixture,
                  "an interface that is gone, or another one in its place, is not written") {
  const Operation operation{kEthernet4, Field::NlMtu, 1500, 1400};
  apply(operation);
  SUBCASE("the adapter is gone") { table.remove(WindowsTestTable::kEthernet); }
  SUBCASE("the family is gone") { table.remove(WindowsTestTable::kEthernet, Family::ipv4); }
  SUBCASE("another adapter has its LUID") {
    table.adapter(WindowsTestTable::kEthernet).InterfaceGuid.Data1 ^= 1;
  }
  SUBCASE("it goes at the last moment") { table.nextSetCode = ERROR_FILE_NOT_FOUND; }
  CHECK(restore(operation) == Restored::gone);
}

TEST_CASE_FIXTURE(Fixture, "a restore that Set refuses or ignores has failed") {
  const Operation operation{kEthernet4, Field::NlMtu, 1500, 1400};
  apply(operation);
  SUBCASE("refused") { table.elevated = false; }
  SUBCASE("ignored") { table.nextSetIsIgnored = true; }
  CHECK(restore(operation) == Restored::failed);
  CHECK(row(kEthernet4).NlMtu == 1400);
}

TEST_CASE_FIXTURE(Fixture, "a restore that cannot read is an error") {
  const Operation operation{kEthernet4, Field::NlMtu, 1500, 1400};
  apply(operation);
  table.failures["GetIfEntry2"] = ERROR_NOT_ENOUGH_MEMORY;
  const auto restored = stack->restore(operation, before, after);
  REQUIRE_FALSE(restored);
  CHECK(restored.error().name == "ERROR_NOT_ENOUGH_MEMORY");
}

TEST_CASE_FIXTURE(Fixture,
                  "footprints that are not of this operation are refused and change nothing") {
  const Operation operation{kEthernet4, Field::NlMtu, 1500, 1400};
  apply(operation);
  const MIB_IPINTERFACE_ROW original = row(kEthernet4);
  const auto codeOf = [this](const Operation& of, const Footprint& from, const Footprint& to) {
    const auto restored = stack->restore(of, from, to);
    REQUIRE_FALSE(restored);
    return restored.error().code;
  };
  CHECK(codeOf(operation, {}, {}) == ERROR_INVALID_DATA);
  CHECK(codeOf(operation, before, {}) == ERROR_INVALID_DATA);
  CHECK(codeOf(operation, {}, after) == ERROR_INVALID_DATA);
  CHECK(codeOf({kEthernet4, Field::DadTransmits, 3, 1}, before, after) == ERROR_INVALID_DATA);
  CHECK(codeOf({kEthernet4, Field::Connected, 1, 0}, before, after) == ERROR_INVALID_DATA);
  Footprint otherAdapter = before;
  // In the GUID, which follows the operation's field and key.
  otherAdapter[12] ^= 1;
  CHECK(codeOf(operation, otherAdapter, after) == ERROR_INVALID_DATA);
  CHECK(isSameRow(row(kEthernet4), original));
  CHECK(table.setCalls == 1);
}

TEST_CASE_FIXTURE(Fixture,
                  "restoring twice, or what was never altered, is complete without a set") {
  const Operation operation{kEthernet4, Field::NlMtu, 1500, 1400};
  apply(operation);
  CHECK(restore(operation) == Restored::complete);
  CHECK(restore(operation) == Restored::complete);
  CHECK(table.setCalls == 2);
}

TEST_CASE_FIXTURE(Fixture, "nothing is left to wait for") {
  const auto settled = stack->settled();
  REQUIRE(settled);
  CHECK(settled.value());
}

}  // namespace interface_panel
