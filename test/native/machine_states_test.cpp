// SPDX-License-Identifier: MIT
// Which frame and which event does what in which state.
#include "machine_states.h"

#include <string>
#include <vector>

using namespace interface_panel;

namespace {

struct FrameCase {
  std::string name;
  AppMessage message;
};

const std::vector<FrameCase>& frames() {
  static const std::vector<FrameCase> all{
      {"HELLO", HelloMessage{"test"}},
      {"PLAN", onePlan().messages()[0]},
      {"OPERATION", onePlan().messages()[1]},
      {"FOOTPRINT", FootprintMessage{0, FootprintWhich::before, 1, 0, 1, {1}}},
      {"COMMIT", CommitMessage{}},
      {"CONFIRM", ConfirmMessage{}},
      {"REVERT", RevertMessage{}}};
  return all;
}

/// State and frame pairs that docs/helper-protocol.md gives a meaning.
bool isExpected(const std::string& state, const std::string& frame) {
  if (frame == "REVERT") return state != "hello";
  return (state == "hello" && frame == "HELLO") || (state == "plan" && frame == "PLAN") ||
         (state == "mid plan" && (frame == "OPERATION" || frame == "FOOTPRINT")) ||
         (state == "prepared" && frame == "COMMIT") || (state == "waiting" && frame == "CONFIRM");
}

}  // namespace

TEST_CASE("Before COMMIT every frame that has no place ends the helper with nothing changed") {
  for (const StateCase& state : beforeCommit()) {
    for (const FrameCase& frame : frames()) {
      if (isExpected(state.name, frame.name)) continue;
      CAPTURE(state.name);
      CAPTURE(frame.name);
      MachineRig rig(onePlan());
      state.reach(rig);
      rig.send(frame.message);
      rig.checkDone(ExitCode::protocolBroken);
      CHECK(rig.stack.calls.empty());
    }
  }
}

TEST_CASE("After COMMIT every frame that has no place takes everything back") {
  for (const StateCase& state : afterCommit()) {
    for (const FrameCase& frame : frames()) {
      if (isExpected(state.name, frame.name)) continue;
      CAPTURE(state.name);
      CAPTURE(frame.name);
      MachineRig rig(onePlan());
      state.reach(rig);
      rig.send(frame.message);
      rig.advance(1000);
      CHECK(rig.only<RevertedMessage>().cause == RevertCause::channelBroken);
      rig.checkDone(ExitCode::success);
      CHECK(rig.value(kEthernet, Field::Metric) == 25);
    }
  }
}

TEST_CASE("A broken channel before COMMIT ends the helper silently with nothing changed") {
  for (const StateCase& state : beforeCommit()) {
    CAPTURE(state.name);
    MachineRig rig(onePlan());
    state.reach(rig);
    const std::size_t sentBefore = rig.sent.size();
    rig.machine.channelBroken(rig.now);
    CHECK(rig.finishedWith(ExitCode::nothingChanged));
    CHECK(rig.sent.size() == sentBefore);
    CHECK(rig.stack.calls.empty());
  }
}

TEST_CASE("A broken channel after COMMIT takes everything back") {
  for (const StateCase& state : afterCommit()) {
    CAPTURE(state.name);
    MachineRig rig(onePlan());
    state.reach(rig);
    const std::size_t sentBefore = rig.sent.size();
    rig.machine.channelBroken(rig.now);
    rig.advance(1000);
    CHECK(rig.finishedWith(ExitCode::success));
    CHECK(rig.sent.size() == sentBefore);
    CHECK(rig.value(kEthernet, Field::Metric) == 25);
    CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 1);
  }
}

TEST_CASE("A request to stop before COMMIT ends the helper with nothing changed") {
  for (const StateCase& state : beforeCommit()) {
    CAPTURE(state.name);
    MachineRig rig(onePlan());
    state.reach(rig);
    rig.machine.askedToStop(rig.now);
    rig.checkDone(ExitCode::nothingChanged);
    CHECK(rig.stack.calls.empty());
  }
}

TEST_CASE("A request to stop after COMMIT takes everything back") {
  for (const StateCase& state : afterCommit()) {
    CAPTURE(state.name);
    MachineRig rig(onePlan());
    state.reach(rig);
    rig.machine.askedToStop(rig.now);
    rig.advance(1000);
    CHECK(rig.only<RevertedMessage>().cause == RevertCause::toldToStop);
    rig.checkDone(ExitCode::success);
    CHECK(rig.value(kEthernet, Field::Metric) == 25);
  }
}

TEST_CASE("REVERT before COMMIT ends the helper, asked for, with nothing changed") {
  for (const StateCase& state : beforeCommit()) {
    if (state.name == "hello") continue;
    CAPTURE(state.name);
    MachineRig rig(onePlan());
    state.reach(rig);
    rig.send(RevertMessage{});
    CHECK(rig.only<RevertedMessage>().cause == RevertCause::asked);
    rig.checkDone(ExitCode::success);
    CHECK(rig.stack.calls.empty());
  }
}

TEST_CASE("REVERT after COMMIT takes everything back") {
  for (const StateCase& state : afterCommit()) {
    CAPTURE(state.name);
    MachineRig rig(onePlan());
    state.reach(rig);
    rig.send(RevertMessage{});
    rig.advance(1000);
    CHECK(rig.only<RevertedMessage>().cause == RevertCause::asked);
    rig.checkDone(ExitCode::success);
    CHECK(rig.value(kEthernet, Field::Metric) == 25);
  }
}

TEST_CASE("A helper that hears nothing gives up in time, state by state") {
  struct Limit {
    StateCase state;
    std::uint64_t limit;
  };
  const std::vector<Limit> limits{{{"hello", [](MachineRig&) {}}, kHelloLimit},
                                  {{"plan", reachPlan}, kPlanLimit},
                                  {{"mid plan", reachMidPlan}, kPlanLimit},
                                  {{"prepared", reachPrepared}, kCommitLimit}};
  for (const Limit& limit : limits) {
    CAPTURE(limit.state.name);
    MachineRig rig(onePlan());
    limit.state.reach(rig);
    rig.advance(limit.limit - 1);
    CHECK_FALSE(rig.machine.finished().has_value());
    rig.advance(1);
    rig.checkDone(ExitCode::nothingChanged);
    CHECK(rig.stack.calls.empty());
  }
}

TEST_CASE("Another build is told ours and then refused") {
  MachineRig rig(onePlan());
  rig.send(HelloMessage{"other"});
  CHECK(rig.only<HelloMessage>().buildId == "test");
  rig.checkDone(ExitCode::otherBuild);
}

TEST_CASE("After the end every event and every frame is harmless") {
  MachineRig rig(onePlan());
  rig.apply(onePlan());
  rig.send(ConfirmMessage{});
  rig.advance(1000);
  rig.checkDone(ExitCode::success);
  const std::size_t sentBefore = rig.sent.size();
  for (const FrameCase& frame : frames()) rig.send(frame.message);
  rig.machine.askedToStop(rig.now);
  rig.machine.channelBroken(rig.now);
  rig.advance(kHardCap);
  CHECK(rig.finishedWith(ExitCode::success));
  CHECK(rig.sent.size() == sentBefore);
  CHECK(rig.value(kEthernet, Field::Metric) == 50);
}
