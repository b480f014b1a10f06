// SPDX-License-Identifier: MIT
// From COMMIT to APPLIED or ROLLED_BACK, and on to CONFIRMED.
#include "machine_rig.h"

using namespace interface_panel;

namespace {

ScriptedPlan threeOperations(std::uint32_t deadline = 60) {
  return ScriptedPlan(deadline)
      .set(kEthernet, Field::Metric, 25, 50)
      .set(kWiFi, Field::DisableDefaultRoutes, 0, 1)
      .set(kWiFi, Field::NlMtu, 1500, 1400);
}

const std::vector<std::string> kThreeSets{"set 25 = 50", "set 34 = 1", "set 26 = 1400"};

std::vector<std::string> then(std::vector<std::string> calls,
                              const std::vector<std::string>& more) {
  calls.insert(calls.end(), more.begin(), more.end());
  return calls;
}

}  // namespace

TEST_CASE("Operations are applied in order, each told with its live value and footprint after") {
  MachineRig rig(threeOperations());
  rig.apply(threeOperations());
  CHECK(rig.stack.calls == kThreeSets);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 2 applied");
  const auto outcomes = rig.all<OutcomeMessage>();
  CHECK(outcomes[0].hasLive);
  CHECK(outcomes[0].live == 50);
  std::vector<std::uint16_t> after;
  for (const FootprintMessage& part : rig.all<FootprintMessage>()) {
    if (part.which == FootprintWhich::after) after.push_back(part.operation);
  }
  CHECK(after == std::vector<std::uint16_t>{0, 1, 2});
  CHECK(rig.only<AppliedMessage>().operations == 3);
  CHECK(rig.only<AppliedMessage>().millisecondsLeft == 60'000);
}

TEST_CASE("One call of the machine makes at most one operation") {
  MachineRig rig(threeOperations());
  rig.prepare(threeOperations());
  rig.send(CommitMessage{});
  for (std::size_t made = 0; made < 3; ++made) {
    CHECK(rig.stack.calls.size() == made);
    rig.machine.tick(rig.now);
  }
  CHECK(rig.stack.calls.size() == 3);
}

TEST_CASE("CONFIRM keeps the change and ends the helper") {
  MachineRig rig(threeOperations());
  rig.apply(threeOperations());
  rig.send(ConfirmMessage{});
  CHECK(rig.has<ConfirmedMessage>());
  rig.advance(1000);
  rig.checkDone(ExitCode::success);
  CHECK(rig.stack.calls == kThreeSets);
}

TEST_CASE("A kept change may still settle, for a bounded time") {
  MachineRig rig(threeOperations());
  rig.stack.unsettledPolls = 1'000'000;
  rig.apply(threeOperations());
  rig.send(ConfirmMessage{});
  CHECK(rig.has<ConfirmedMessage>());
  rig.advance(kSettleLimit - 1);
  CHECK_FALSE(rig.has<DoneMessage>());
  rig.advance(kSettleInterval + 1);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("The deadline counts from APPLIED and takes everything back") {
  MachineRig rig(threeOperations(120));
  rig.prepare(threeOperations(120));
  rig.advance(30'000);
  rig.send(CommitMessage{});
  rig.work();
  rig.advance(119'999);
  CHECK_FALSE(rig.has<RevertedMessage>());
  rig.advance(1000);
  CHECK(rig.only<RevertedMessage>().cause == RevertCause::deadline);
  rig.checkDone(ExitCode::success);
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
}

TEST_CASE("A CONFIRM that crosses the deadline is late and does no harm") {
  MachineRig rig(threeOperations());
  rig.apply(threeOperations());
  rig.now += 60'000;
  rig.send(ConfirmMessage{});
  rig.advance(1000);
  CHECK_FALSE(rig.has<ConfirmedMessage>());
  CHECK(rig.only<RevertedMessage>().cause == RevertCause::deadline);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("A set that fails rolls the earlier ones back in reverse") {
  MachineRig rig(threeOperations());
  rig.stack.setErrors.emplace(Field::NlMtu, Error{ErrorDomain::posix, 22, "EINVAL", "fake"});
  rig.apply(threeOperations());
  rig.advance(1000);
  CHECK(rig.stack.calls == then(kThreeSets, {"restore 34", "restore 25"}));
  CHECK(rig.outcomes() == "0 applied, 1 applied, 2 failed, 2 restored, 1 restored, 0 restored");
  const PlatformCode expected{22, PlatformDomain::posix, "EINVAL"};
  CHECK(rig.all<OutcomeMessage>()[2].platform == expected);
  CHECK(rig.has<RolledBackMessage>());
  CHECK_FALSE(rig.has<RevertedMessage>());
  rig.checkDone(ExitCode::rolledBack);
  CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 1);
}

TEST_CASE("What was never tried is told as not applied") {
  MachineRig rig(threeOperations());
  rig.stack.setErrors.emplace(Field::Metric, Error{ErrorDomain::win32, 87, "E", "fake"});
  rig.apply(threeOperations());
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 failed, 0 restored, 1 not applied, 2 not applied");
  rig.checkDone(ExitCode::rolledBack);
}

TEST_CASE("A change by another program between PREPARED and COMMIT is stale and rolls back") {
  MachineRig rig(threeOperations());
  rig.prepare(threeOperations());
  SUBCASE("of the value") {
    rig.stack.values[{kWiFi, Family::ipv4}][Field::DisableDefaultRoutes] = 1;
  }
  SUBCASE("of something else the operation may alter") { rig.stack.footprintPadding = 1; }
  rig.send(CommitMessage{});
  rig.advance(1000);
  CHECK(rig.has<StaleMessage>());
  CHECK(rig.has<RolledBackMessage>());
  rig.checkDone(ExitCode::rolledBack);
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
}

TEST_CASE("What changes by itself between PREPARED and COMMIT is nobody's change") {
  MachineRig rig(threeOperations());
  rig.stack.drift = 0;
  rig.apply(threeOperations());
  CHECK_FALSE(rig.has<StaleMessage>());
  CHECK(rig.outcomes() == "0 applied, 1 applied, 2 applied");
}

TEST_CASE("A change by another program while the plan is being applied is stale and rolls back") {
  MachineRig rig(threeOperations());
  rig.stack.afterSet = [&](const Operation& operation) {
    if (operation.field == Field::Metric) {
      rig.stack.values[{kWiFi, Family::ipv4}][Field::DisableDefaultRoutes] = 1;
    }
  };
  rig.apply(threeOperations());
  rig.advance(1000);
  const auto stale = rig.only<StaleMessage>();
  CHECK(stale.operation == 1);
  CHECK(stale.live == 1);
  CHECK(rig.outcomes() == "0 applied, 0 restored, 2 not applied");
  rig.checkDone(ExitCode::rolledBack);
  CHECK(rig.value(kWiFi, Field::DisableDefaultRoutes) == 1);
}

TEST_CASE("An operation follows what an earlier one of its plan did to the same interface") {
  const ScriptedPlan plan = ScriptedPlan(60)
                                .set(kEthernet, Field::Metric, 25, 50)
                                .set(kEthernet, Field::UseAutomaticMetric, 1, 0);
  MachineRig rig(plan);
  rig.apply(plan);
  CHECK(rig.outcomes() == "0 applied, 1 applied");
  std::size_t beforeAgain = 0;
  for (const FootprintMessage& part : rig.all<FootprintMessage>()) {
    const bool again = part.operation == 1 && part.which == FootprintWhich::before;
    beforeAgain += again ? 1U : 0U;
  }
  CHECK(beforeAgain == 2);
  rig.send(RevertMessage{});
  rig.advance(1000);
  rig.checkDone(ExitCode::success);
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
  CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 1);
}

TEST_CASE("A change by another program is stale even where no footprint shows it") {
  MachineRig rig(threeOperations());
  rig.stack.blindFootprints = true;
  rig.prepare(threeOperations());
  rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 30;
  rig.send(CommitMessage{});
  rig.advance(1000);
  CHECK(rig.only<StaleMessage>().live == 30);
  CHECK(rig.stack.calls.empty());
}

TEST_CASE("A change by another program on an interface the plan sets twice is stale, not our own") {
  const ScriptedPlan plan = ScriptedPlan(60)
                                .set(kEthernet, Field::Metric, 25, 50)
                                .set(kEthernet, Field::NlMtu, 1500, 1400)
                                .set(kEthernet, Field::DisableDefaultRoutes, 0, 1);
  MachineRig rig(plan);
  rig.prepare(plan);
  SUBCASE("between PREPARED and COMMIT") {
    rig.stack.values[{kEthernet, Family::ipv4}][Field::NlMtu] = 1300;
    rig.send(CommitMessage{});
    rig.advance(1000);
    CHECK(rig.stack.calls.empty());
    CHECK(rig.outcomes() == "0 not applied, 2 not applied");
  }
  SUBCASE("between two sets") {
    rig.send(CommitMessage{});
    rig.machine.tick(rig.now);
    rig.stack.values[{kEthernet, Family::ipv4}][Field::NlMtu] = 1300;
    rig.advance(1000);
    CHECK(rig.outcomes() == "0 applied, 0 restored, 2 not applied");
  }
  const auto stale = rig.only<StaleMessage>();
  CHECK(stale.operation == 1);
  CHECK(stale.live == 1300);
  rig.checkDone(ExitCode::rolledBack);
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
  CHECK(rig.value(kEthernet, Field::NlMtu) == 1300);
}

TEST_CASE("An interface that vanishes before its set rolls the plan back") {
  MachineRig rig(threeOperations());
  rig.stack.afterSet = [&](const Operation&) { rig.stack.gone.insert(kWiFi); };
  rig.apply(threeOperations());
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 applied, 1 failed, 0 restored, 1 not applied, 2 not applied");
  rig.checkDone(ExitCode::rolledBack);
}

TEST_CASE("A footprint after that cannot be told makes the operation fail and be taken back") {
  const ScriptedPlan plan = ScriptedPlan(60).set(kEthernet, Field::Metric, 25, 50);
  MachineRig rig(plan);
  SUBCASE("because it has grown too large") {
    rig.stack.afterSet = [&](const Operation&) { rig.stack.footprintPadding = kMaxFootprintBytes; };
    rig.stack.restoreAnswers[Field::Metric] = {Restored::complete};
  }
  SUBCASE("because it could not be captured") {
    rig.stack.afterSet = [&](const Operation&) {
      rig.stack.captureError = Error{ErrorDomain::posix, 5, "EIO", "fake"};
    };
  }
  rig.apply(plan);
  rig.stack.captureError.reset();
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 failed, 0 restored");
  rig.checkDone(ExitCode::rolledBack);
  CHECK(rig.stack.calls == std::vector<std::string>{"set 25 = 50", "restore 25"});
}

TEST_CASE("A set that failed although it was made is taken back like any other") {
  ScriptedPlan plan(60);
  plan.set(kEthernet, Field::NlMtu, 1500, 1400);
  MachineRig rig(plan);
  rig.stack.lateSetErrors.emplace(Field::NlMtu, Error{ErrorDomain::posix, 12, "ENOMEM", "fake"});
  SUBCASE("and can be looked at") {}
  SUBCASE("and cannot be looked at for a while") {
    int captures = 0;
    rig.stack.afterSet = [&](const Operation&) { captures = 3; };
    rig.stack.beforeCapture = [&](const Operation&) {
      rig.stack.captureError.reset();
      if (captures > 0 && captures-- > 0) {
        rig.stack.captureError = Error{ErrorDomain::posix, 12, "ENOMEM", "fake"};
      }
    };
  }
  rig.apply(plan);
  rig.advance(5000);
  CHECK(rig.outcomes() == "0 failed, 0 restored");
  CHECK(rig.value(kEthernet, Field::NlMtu) == 1500);
  rig.checkDone(ExitCode::rolledBack);
}
