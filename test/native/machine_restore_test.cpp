// SPDX-License-Identifier: MIT
// Plans that take back what an interrupted transaction left changed.
#include "machine_rig.h"

using namespace interface_panel;

namespace {

Operation metricSet() { return {{kEthernet, Family::ipv4}, Field::Metric, 25, 50}; }

/// What a transaction leaves behind whose helper was killed: its footprints, and the change.
struct Interrupted {
  Footprint before;
  Footprint after;
};

Interrupted interrupt(FakeStack& stack) {
  Interrupted left;
  left.before = stack.encode(metricSet());
  REQUIRE(stack.set(metricSet()).ok());
  left.after = stack.encode(metricSet());
  stack.calls.clear();
  return left;
}

/// Footprints of the fake stack as the rig begins and after the set.
Interrupted footprints() {
  MachineRig rig(Sha256Digest{});
  return interrupt(rig.stack);
}

ScriptedPlan restorePlan(const Footprint& after) {
  return ScriptedPlan(60).restore(kEthernet, Field::Metric, 50, 25, footprints().before, after);
}

}  // namespace

TEST_CASE("A restore puts back what the interrupted transaction had changed") {
  const ScriptedPlan plan = restorePlan(footprints().after);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.apply(plan);
  CHECK(rig.outcomes() == "0 restored");
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
  CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 1);
  CHECK(rig.has<AppliedMessage>());
  rig.send(ConfirmMessage{});
  rig.advance(1000);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("A restore can itself be taken back") {
  const ScriptedPlan plan = restorePlan(footprints().after);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.apply(plan);
  rig.send(RevertMessage{});
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 restored, 0 restored");
  CHECK(rig.value(kEthernet, Field::Metric) == 50);
  CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 0);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("A restore leaves alone what another program changed since") {
  const ScriptedPlan plan = restorePlan(footprints().after);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 99;
  rig.apply(plan);
  CHECK(rig.outcomes() == "0 foreign");
  CHECK(rig.has<AppliedMessage>());
  CHECK(rig.value(kEthernet, Field::Metric) == 99);
}

TEST_CASE("A restore whose interface is gone hinders no other one") {
  ScriptedPlan plan(60);
  plan.restore(kWiFi, Field::Metric, 50, 25, footprints().before, footprints().after)
      .restore(kEthernet, Field::Metric, 50, 25, footprints().before, footprints().after);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.stack.gone.insert(kWiFi);
  rig.apply(plan);
  CHECK(rig.outcomes() == "0 gone, 1 restored");
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
}

TEST_CASE("A restore of an interface that returns before COMMIT is made") {
  const ScriptedPlan plan = restorePlan(footprints().after);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.stack.gone.insert(kEthernet);
  rig.prepare(plan);
  CHECK_FALSE(rig.has<FootprintMessage>());
  rig.stack.gone.clear();
  rig.send(CommitMessage{});
  rig.work();
  CHECK(rig.outcomes() == "0 restored");
  CHECK(rig.has<FootprintMessage>());
}

TEST_CASE("Without a footprint after, the live value decides whether the change still stands") {
  const ScriptedPlan plan = restorePlan({});
  MachineRig rig(plan);
  interrupt(rig.stack);
  SUBCASE("it does") {
    rig.apply(plan);
    CHECK(rig.outcomes() == "0 restored");
    CHECK(rig.value(kEthernet, Field::Metric) == 25);
    CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 1);
  }
  SUBCASE("the helper died before the set") {
    rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 25;
    rig.stack.values[{kEthernet, Family::ipv4}][Field::UseAutomaticMetric] = 1;
    rig.apply(plan);
    CHECK(rig.outcomes() == "0 restored");
    CHECK(rig.stack.calls.empty());
  }
  SUBCASE("another program changed it") {
    rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 99;
    rig.apply(plan);
    CHECK(rig.outcomes() == "0 foreign");
    CHECK(rig.stack.calls.empty());
  }
}

TEST_CASE("Footprints the stack does not accept are refused before anything is prepared") {
  const Footprint garbage{1, 2, 3};
  const ScriptedPlan plan =
      ScriptedPlan(60).restore(kEthernet, Field::Metric, 50, 25, garbage, garbage);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.prepare(plan);
  CHECK(rig.only<RefusedMessage>().refusal == Refusal::malformedFootprint);
  CHECK_FALSE(rig.has<PreparedMessage>());
  CHECK(rig.stack.calls.empty());
  CHECK(rig.value(kEthernet, Field::Metric) == 50);
  rig.checkDone(ExitCode::refused);
}

TEST_CASE("A restore whose row cannot be read for another reason is refused") {
  const ScriptedPlan plan = restorePlan(footprints().after);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.stack.captureError = Error{ErrorDomain::posix, 5, "EIO", "fake"};
  rig.prepare(plan);
  CHECK(rig.only<RefusedMessage>().refusal == Refusal::platformError);
  rig.checkDone(ExitCode::refused);
}

TEST_CASE("A set that fails also takes back the restores before it") {
  ScriptedPlan plan = restorePlan(footprints().after);
  plan.set(kWiFi, Field::NlMtu, 1500, 1400);
  MachineRig rig(plan);
  interrupt(rig.stack);
  rig.stack.setErrors.emplace(Field::NlMtu, Error{ErrorDomain::posix, 22, "EINVAL", "fake"});
  rig.apply(plan);
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 restored, 1 failed, 1 restored, 0 restored");
  CHECK(rig.value(kEthernet, Field::Metric) == 50);
  rig.checkDone(ExitCode::rolledBack);
}
