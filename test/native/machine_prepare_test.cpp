// SPDX-License-Identifier: MIT
// From the plan to PREPARED, and what keeps it from getting there.
#include "machine_rig.h"

using namespace interface_panel;

namespace {

ScriptedPlan twoOperations() {
  return ScriptedPlan(60)
      .set(kEthernet, Field::Metric, 25, 50)
      .set(kWiFi, Field::DisableDefaultRoutes, 0, 1);
}

/// The footprints told so far, put together again: every part in order, none missing.
Footprint toldFootprint(const MachineRig& rig, std::uint16_t operation, FootprintWhich which) {
  Footprint footprint;
  for (const FootprintMessage& part : rig.all<FootprintMessage>()) {
    if (part.operation != operation || part.which != which) continue;
    CHECK(part.offset == footprint.size());
    footprint.insert(footprint.end(), part.bytes.begin(), part.bytes.begin() + part.length);
  }
  return footprint;
}

}  // namespace

TEST_CASE("A sound plan is prepared: footprints first, then PREPARED, and nothing is changed") {
  MachineRig rig(twoOperations());
  rig.stack.footprintPadding = 100;
  rig.prepare(twoOperations());
  CHECK(rig.only<PreparedMessage>().operations == 2);
  CHECK(std::holds_alternative<PreparedMessage>(rig.sent.back()));
  const Operation metric{{kEthernet, Family::ipv4}, Field::Metric, 25, 50};
  CHECK(toldFootprint(rig, 0, FootprintWhich::before) == rig.stack.encode(metric));
  CHECK_FALSE(rig.has<DoneMessage>());
  CHECK(rig.stack.calls.empty());
}

TEST_CASE("A plan of 1,024 operations is prepared") {
  ScriptedPlan plan;
  for (std::uint32_t i = 0; i < kMaxOperations; ++i) {
    plan.set(makeLuid(6, i + 1), Field::Metric, 25, 50);
  }
  MachineRig rig(plan);
  for (std::uint32_t i = 0; i < kMaxOperations; ++i) {
    rig.stack.values[{makeLuid(6, i + 1), Family::ipv4}] = {{Field::Metric, 25},
                                                            {Field::UseAutomaticMetric, 1}};
  }
  rig.prepare(plan);
  CHECK(rig.only<PreparedMessage>().operations == kMaxOperations);
}

TEST_CASE("A stale value is told with the live one, and nothing is changed") {
  MachineRig rig(twoOperations());
  rig.stack.values[{kWiFi, Family::ipv4}][Field::DisableDefaultRoutes] = 1;
  rig.prepare(twoOperations());
  const auto stale = rig.only<StaleMessage>();
  CHECK(stale.operation == 1);
  CHECK(stale.live == 1);
  rig.checkDone(ExitCode::refused);
  CHECK_FALSE(rig.has<PreparedMessage>());
  CHECK(rig.stack.calls.empty());
}

TEST_CASE("Every obstacle of a plan is told, not the first alone") {
  MachineRig rig(twoOperations());
  rig.stack.refusals[Field::Metric] = Refusal::loopbackReadOnly;
  rig.stack.values[{kWiFi, Family::ipv4}][Field::DisableDefaultRoutes] = 1;
  rig.prepare(twoOperations());
  const auto refused = rig.only<RefusedMessage>();
  CHECK(refused.operation == 0);
  CHECK(refused.refusal == Refusal::loopbackReadOnly);
  CHECK(rig.only<StaleMessage>().operation == 1);
  rig.checkDone(ExitCode::refused);
}

TEST_CASE("Why the live stack refuses an operation reaches the app") {
  const ScriptedPlan plan = ScriptedPlan(60).set(kEthernet, Field::Metric, 25, 50);
  MachineRig rig(plan);
  Refusal expected = Refusal::none;
  SUBCASE("the interface is gone") {
    rig.stack.gone.insert(kEthernet);
    expected = Refusal::unknownInterface;
  }
  SUBCASE("the field has no value") {
    rig.stack.values[{kEthernet, Family::ipv4}].erase(Field::Metric);
    expected = Refusal::notAvailable;
  }
  SUBCASE("the check fails") {
    rig.stack.checkError = Error{ErrorDomain::posix, 1, "EPERM", "fake"};
    expected = Refusal::platformError;
  }
  SUBCASE("the family is absent") {
    rig.stack.checkError = Error{ErrorDomain::win32, 1168, "ERROR_NOT_FOUND", "fake"};
    expected = Refusal::familyNotPresent;
  }
  SUBCASE("the footprint cannot be captured") {
    rig.stack.captureError = Error{ErrorDomain::posix, 5, "EIO", "fake"};
    expected = Refusal::platformError;
  }
  SUBCASE("the footprint is too large") {
    rig.stack.footprintPadding = kMaxFootprintBytes;
    expected = Refusal::footprintTooLarge;
  }
  SUBCASE("the footprint is empty") {
    rig.stack.emptyFootprints = true;
    expected = Refusal::cannotRestore;
  }
  rig.prepare(plan);
  CHECK(rig.only<RefusedMessage>().refusal == expected);
  rig.checkDone(ExitCode::refused);
  CHECK(rig.stack.calls.empty());
}

TEST_CASE("A refusal carries the platform's number and name") {
  const ScriptedPlan plan = ScriptedPlan(60).set(kEthernet, Field::Metric, 25, 50);
  MachineRig rig(plan);
  rig.stack.checkError = Error{ErrorDomain::posix, 1, "EPERM", "fake"};
  rig.prepare(plan);
  const PlatformCode expected{1, PlatformDomain::posix, "EPERM"};
  CHECK(rig.only<RefusedMessage>().platform == expected);
}

TEST_CASE("A refused plan ends with every refusal and DONE") {
  ScriptedPlan plan(60);
  plan.set(kEthernet, Field::Metric, 25, -5).set(kEthernet, Field::Connected, 0, 1);
  MachineRig rig(plan);
  rig.sendHello();
  rig.sendPlan(plan.messages());
  const auto refusals = rig.all<RefusedMessage>();
  REQUIRE(refusals.size() == 2);
  CHECK(refusals[0].refusal == Refusal::outOfRange);
  CHECK(refusals[1].refusal == Refusal::readOnlyField);
  rig.checkDone(ExitCode::refused);
}
