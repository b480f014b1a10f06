// SPDX-License-Identifier: MIT
// Taking back when not everything goes well.
#include "machine_rig.h"

using namespace interface_panel;

namespace {

ScriptedPlan twoOperations(std::uint32_t deadline = 600) {
  return ScriptedPlan(deadline)
      .set(kEthernet, Field::Metric, 25, 50)
      .set(kWiFi, Field::NlMtu, 1500, 1400);
}

}  // namespace

TEST_CASE("What another program changed since is left alone and told as foreign") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 99;
  rig.send(RevertMessage{});
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 1 restored, 0 foreign");
  CHECK(rig.all<OutcomeMessage>().back().live == 99);
  CHECK(rig.value(kEthernet, Field::Metric) == 99);
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
  rig.checkDone(ExitCode::incomplete);
}

TEST_CASE("What another program already put back counts as restored and is not touched") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 25;
  rig.stack.values[{kEthernet, Family::ipv4}][Field::UseAutomaticMetric] = 1;
  rig.send(RevertMessage{});
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 1 restored, 0 restored");
  CHECK(rig.stack.calls.back() == "restore 26");
  rig.checkDone(ExitCode::success);
}

TEST_CASE("A vanished interface is waited for, and restored when it returns") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.gone.insert(kWiFi);
  rig.send(RevertMessage{});
  rig.advance(300'000);
  // The other one is told meanwhile.
  CHECK(rig.outcomes() == "0 applied, 1 applied, 0 restored");
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
  CHECK_FALSE(rig.has<RevertedMessage>());
  rig.stack.gone.clear();
  rig.advance(2000);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 0 restored, 1 restored");
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("An interface that stays away is given up at the hard cap") {
  MachineRig rig(twoOperations());
  const std::uint64_t started = rig.now;
  rig.apply(twoOperations());
  rig.stack.gone.insert(kWiFi);
  rig.send(RevertMessage{});
  rig.advance(kHardCap - (rig.now - started) - 1);
  CHECK_FALSE(rig.has<DoneMessage>());
  rig.advance(kSettleInterval + 1);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 0 restored, 1 gone");
  rig.checkDone(ExitCode::incomplete);
}

TEST_CASE("A request to stop ends the wait for a vanished interface") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.gone.insert(kWiFi);
  rig.send(RevertMessage{});
  rig.advance(5000);
  CHECK_FALSE(rig.has<DoneMessage>());
  rig.machine.askedToStop(rig.now);
  rig.advance(1000);
  CHECK(rig.only<RevertedMessage>().cause == RevertCause::asked);
  rig.checkDone(ExitCode::incomplete);
}

TEST_CASE("A request to stop that starts the taking back waits for no vanished interface") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.gone.insert(kWiFi);
  rig.machine.askedToStop(rig.now);
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 0 restored, 1 gone");
  rig.checkDone(ExitCode::incomplete);
}

TEST_CASE("An app that goes away while a vanished interface is waited for ends nothing") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.gone.insert(kWiFi);
  rig.send(RevertMessage{});
  rig.advance(5000);
  rig.machine.channelBroken(rig.now);
  rig.stack.gone.clear();
  rig.advance(2000);
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
  CHECK(rig.finishedWith(ExitCode::success));
}

TEST_CASE("A restore that fails is tried again for a while") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  const Error busy{ErrorDomain::posix, 16, "EBUSY", "fake"};
  SUBCASE("and succeeds at last") {
    rig.stack.restoreAnswers[Field::NlMtu] = {busy, busy, Restored::failed};
    rig.send(RevertMessage{});
    rig.advance(5000);
    CHECK(rig.outcomes() == "0 applied, 1 applied, 0 restored, 1 restored");
    rig.checkDone(ExitCode::success);
  }
  SUBCASE("and is told with the platform's code when it never does") {
    rig.stack.restoreAnswers[Field::NlMtu].assign(1000, busy);
    rig.send(RevertMessage{});
    rig.advance(kSettleLimit - 1);
    CHECK_FALSE(rig.has<DoneMessage>());
    rig.advance(2000);
    const OutcomeMessage last = rig.all<OutcomeMessage>().back();
    CHECK(last.outcome == Outcome::restoreFailed);
    CHECK(last.platform == PlatformCode{16, PlatformDomain::posix, "EBUSY"});
    CHECK(last.live == 1400);
    rig.checkDone(ExitCode::incomplete);
  }
}

TEST_CASE("REVERTED waits until the stack has settled, for a bounded time") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  SUBCASE("it settles") {
    rig.stack.unsettledPolls = 20;
    rig.send(RevertMessage{});
    rig.advance(19 * kSettleInterval);
    CHECK_FALSE(rig.has<RevertedMessage>());
    rig.advance(5 * kSettleInterval);
    rig.checkDone(ExitCode::success);
  }
  SUBCASE("it does not") {
    rig.stack.unsettledPolls = 1'000'000;
    rig.send(RevertMessage{});
    rig.advance(kSettleLimit + kSettleInterval);
    rig.checkDone(ExitCode::incomplete);
  }
}

TEST_CASE("A restore that comes late has its own time to settle") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.stack.gone.insert(kWiFi);
  rig.send(RevertMessage{});
  rig.advance(3 * kSettleLimit);
  rig.stack.unsettledPolls = 20;
  rig.stack.gone.clear();
  rig.advance(10 * kSettleInterval);
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
  CHECK_FALSE(rig.has<RevertedMessage>());
  rig.advance(20 * kSettleInterval);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("Without a footprint after, a value that is no longer ours is left alone") {
  const ScriptedPlan plan = ScriptedPlan(60).set(kEthernet, Field::Metric, 25, 50);
  MachineRig rig(plan);
  rig.stack.afterSet = [&](const Operation&) {
    rig.stack.captureError = Error{ErrorDomain::posix, 5, "EIO", "fake"};
  };
  rig.apply(plan);
  rig.stack.captureError.reset();
  rig.stack.values[{kEthernet, Family::ipv4}][Field::Metric] = 99;
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 failed, 0 foreign");
  CHECK(rig.value(kEthernet, Field::Metric) == 99);
  rig.checkDone(ExitCode::incomplete);
}

TEST_CASE("A rollback that is not complete says so") {
  const ScriptedPlan plan = twoOperations();
  MachineRig rig(plan);
  rig.stack.setErrors.emplace(Field::NlMtu, Error{ErrorDomain::posix, 22, "EINVAL", "fake"});
  rig.stack.restoreAnswers[Field::Metric] = {Restored::foreign};
  rig.apply(plan);
  rig.advance(1000);
  CHECK(rig.outcomes() == "0 applied, 1 failed, 1 restored, 0 foreign");
  CHECK(rig.has<RolledBackMessage>());
  rig.checkDone(ExitCode::incomplete);
}

TEST_CASE("Everything is tried before anything is told") {
  MachineRig rig(twoOperations());
  rig.apply(twoOperations());
  rig.send(RevertMessage{});
  const std::size_t sentBefore = rig.sent.size();
  while (rig.value(kEthernet, Field::Metric) != 25) {
    rig.machine.tick(rig.now);
    CHECK(rig.sent.size() == sentBefore);
  }
}

TEST_CASE("No helper outlives the hard cap by more than the time to settle") {
  const ScriptedPlan plan = twoOperations(600);
  MachineRig rig(plan);
  const std::uint64_t started = rig.now;
  rig.stack.unsettledPolls = 1'000'000'000;
  rig.prepare(plan);
  rig.advance(kCommitLimit - 1);
  rig.send(CommitMessage{});
  rig.work();
  rig.stack.gone = {kEthernet, kWiFi};
  rig.advance(kHardCap + kSettleLimit + kSettleInterval - (rig.now - started));
  CHECK(rig.machine.finished().has_value());
}

TEST_CASE("An operation waits while a later one of its adapter waits, and is judged after it") {
  ScriptedPlan plan(60);
  plan.set(kEthernet, Field::Metric, 25, 50).set(kEthernet, Field::NlMtu, 1500, 1400);
  MachineRig rig(plan);
  rig.apply(plan);
  // The later one is gone for now; to judge the earlier one meanwhile would find it foreign.
  rig.stack.restoreAnswers[Field::NlMtu] = {Restored::gone};
  rig.send(RevertMessage{});
  rig.work();
  CHECK(rig.stack.calls.back() == "restore 26");
  rig.advance(5000);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 1 restored, 0 restored");
  CHECK(rig.value(kEthernet, Field::Metric) == 25);
  CHECK(rig.value(kEthernet, Field::NlMtu) == 1500);
  rig.checkDone(ExitCode::success);
}

TEST_CASE("It waits through every further try of the later one") {
  ScriptedPlan plan(60);
  plan.set(kEthernet, Field::Metric, 25, 50).set(kEthernet, Field::NlMtu, 1500, 1400);
  MachineRig rig(plan);
  rig.apply(plan);
  const std::size_t before = rig.stack.calls.size();
  rig.stack.restoreAnswers[Field::NlMtu] = {Restored::gone, Restored::gone, Restored::gone};
  rig.send(RevertMessage{});
  rig.work();
  rig.advance(2 * kRetryInterval + kRetryInterval / 2);
  const auto& calls = rig.stack.calls;
  const auto tries = std::count_if(calls.begin() + static_cast<std::ptrdiff_t>(before), calls.end(),
                                   [](const std::string& call) { return call == "restore 26"; });
  CHECK(tries == 3);
  CHECK(rig.value(kEthernet, Field::Metric) == 50);
  rig.advance(5000);
  CHECK(rig.outcomes() == "0 applied, 1 applied, 1 restored, 0 restored");
  rig.checkDone(ExitCode::success);
}

TEST_CASE("An operation of another adapter does not wait") {
  ScriptedPlan plan(60);
  plan.set(kWiFi, Field::NlMtu, 1500, 1400).set(kEthernet, Field::NlMtu, 1500, 1400);
  MachineRig rig(plan);
  rig.apply(plan);
  rig.stack.gone.insert(kEthernet);
  rig.send(RevertMessage{});
  rig.work();
  CHECK(rig.value(kWiFi, Field::NlMtu) == 1500);
  CHECK(rig.value(kEthernet, Field::NlMtu) == 1400);
}
