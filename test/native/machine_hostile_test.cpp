// SPDX-License-Identifier: MIT
// A peer that sends whatever it likes: whole transactions bent at random. The invariants of a
// transaction are the oracle.
#include <random>

#include "machine_rig.h"

using namespace interface_panel;

namespace {

ScriptedPlan plan() {
  return ScriptedPlan(60)
      .set(kEthernet, Field::Metric, 25, 50)
      .set(kWiFi, Field::DisableDefaultRoutes, 0, 1)
      .set(kWiFi, Field::NlMtu, 1500, 1400);
}

/// Everything as before, or everything as planned and confirmed: there is no third state.
void checkNoThirdState(MachineRig& rig) {
  const bool asBefore = rig.value(kEthernet, Field::Metric) == 25 &&
                        rig.value(kEthernet, Field::UseAutomaticMetric) == 1 &&
                        rig.value(kWiFi, Field::DisableDefaultRoutes) == 0 &&
                        rig.value(kWiFi, Field::NlMtu) == 1500;
  const bool asPlanned = rig.value(kEthernet, Field::Metric) == 50 &&
                         rig.value(kWiFi, Field::DisableDefaultRoutes) == 1 &&
                         rig.value(kWiFi, Field::NlMtu) == 1400;
  CHECK((rig.has<ConfirmedMessage>() ? asPlanned : asBefore));
}

AppMessage anyMessage(std::mt19937& random) {
  const std::vector<AppMessage> own = plan().messages();
  switch (random() % 8) {
    case 0:
      return HelloMessage{"test"};
    case 1:
      return CommitMessage{};
    case 2:
      return ConfirmMessage{};
    case 3:
      return RevertMessage{};
    case 4:
      return FootprintMessage{0, FootprintWhich::before, 1, 0, 1, {1}};
    default:
      return own[random() % own.size()];
  }
}

void disturb(MachineRig& rig, std::mt19937& random) {
  switch (random() % 6) {
    case 0:
      return rig.send(anyMessage(random));
    case 1:
      return rig.machine.tick(rig.now);
    case 2:
      return rig.advance(random() % 30'000);
    case 3:
      return rig.machine.channelBroken(rig.now);
    case 4:
      return rig.machine.askedToStop(rig.now);
    default: {
      Frame frame = encodeAppFrame(anyMessage(random), static_cast<std::uint32_t>(random() % 8));
      frame[random() % frame.size()] = static_cast<std::uint8_t>(random());
      return rig.machine.receive(rig.now, frame);
    }
  }
}

}  // namespace

TEST_CASE("However a conversation is bent, nothing is left half changed") {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    MachineRig rig(plan());
    std::vector<AppMessage> script{HelloMessage{"test"}};
    for (const AppMessage& message : plan().messages()) script.push_back(message);
    script.emplace_back(CommitMessage{});
    script.emplace_back(ConfirmMessage{});
    for (const AppMessage& message : script) {
      if (random() % 12 == 0) disturb(rig, random);
      if (random() % 10 != 0) rig.work();
      rig.send(message);
    }
    rig.advance(2 * kHardCap);
    CHECK(rig.machine.finished().has_value());
    checkNoThirdState(rig);
  }
}

TEST_CASE("A recorded session means nothing to a helper with another plan on its command line") {
  const ScriptedPlan consented = ScriptedPlan(60).set(kEthernet, Field::Metric, 25, 51);
  MachineRig rig(consented);
  rig.sendHello();
  rig.sendPlan(plan().messages());
  rig.send(CommitMessage{});
  rig.send(ConfirmMessage{});
  CHECK(rig.only<RefusedMessage>().refusal == Refusal::hashMismatch);
  rig.checkDone(ExitCode::refused);
  CHECK(rig.stack.calls.empty());
}

TEST_CASE("The 1,025th operation is refused before anything is looked at") {
  ScriptedPlan large;
  for (std::uint32_t i = 0; i <= kMaxOperations; ++i) {
    large.set(makeLuid(6, i + 1), Field::Metric, 25, 50);
  }
  MachineRig rig(large);
  rig.prepare(large);
  CHECK(rig.only<RefusedMessage>().refusal == Refusal::tooManyOperations);
  rig.checkDone(ExitCode::refused);
}
