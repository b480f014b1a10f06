// SPDX-License-Identifier: MIT
// What is not the frame that is due, in every state: the conversation ends at once and nothing
// stays changed.
#include <array>
#include <string>
#include <vector>

#include "machine_states.h"

using namespace interface_panel;

namespace {

using Bytes = std::vector<std::uint8_t>;

struct WrongFrame {
  std::string name;
  Bytes bytes;
};

/// COMMIT as it is due: it has no payload, so that every byte behind the header is spare.
Bytes commitFrame(std::uint32_t sequence) {
  const Frame frame = encodeAppFrame(CommitMessage{}, sequence);
  return {frame.begin(), frame.end()};
}

std::vector<WrongFrame> wrongLengths(std::uint32_t sequence) {
  std::vector<WrongFrame> wrong;
  for (const std::size_t length : {0U, 1U, 8U, 63U, 65U, 80U, 128U, 4096U, 1U << 20}) {
    Bytes bytes = commitFrame(sequence);
    bytes.resize(length);
    wrong.push_back({"length " + std::to_string(length), bytes});
  }
  return wrong;
}

/// Every bit of magic, version and sequence number; within the type a bit may make another frame.
std::vector<WrongFrame> wrongHeaders(std::uint32_t sequence) {
  std::vector<WrongFrame> wrong;
  for (std::size_t bit = 0; bit < 64; ++bit) {
    if (bit / 8 == 3) continue;
    Bytes bytes = commitFrame(sequence);
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << (bit % 8)));
    wrong.push_back({"header bit " + std::to_string(bit), bytes});
  }
  return wrong;
}

std::vector<WrongFrame> wrongTypes(std::uint32_t sequence) {
  std::vector<WrongFrame> wrong;
  for (unsigned type = 0; type < 256; ++type) {
    if (type >= 1 && type <= 8) continue;
    Bytes bytes = commitFrame(sequence);
    bytes[3] = static_cast<std::uint8_t>(type);
    wrong.push_back({"type " + std::to_string(type), bytes});
  }
  return wrong;
}

std::vector<WrongFrame> spareBytes(std::uint32_t sequence) {
  std::vector<WrongFrame> wrong;
  for (std::size_t offset = 8; offset < kFrameBytes; ++offset) {
    Bytes bytes = commitFrame(sequence);
    bytes[offset] = 1;
    wrong.push_back({"spare byte " + std::to_string(offset), bytes});
  }
  return wrong;
}

/// What was sent already, once more: with the number it had.
std::vector<WrongFrame> repeatedFrames(std::uint32_t sequence) {
  std::vector<AppMessage> script{HelloMessage{"test"}};
  for (const AppMessage& message : onePlan().messages()) script.push_back(message);
  script.emplace_back(CommitMessage{});
  std::vector<WrongFrame> wrong;
  for (std::uint32_t number = 0; number < std::min<std::size_t>(sequence, script.size());
       ++number) {
    const Frame frame = encodeAppFrame(script[number], number);
    wrong.push_back({"repeated " + std::to_string(number), {frame.begin(), frame.end()}});
  }
  return wrong;
}

constexpr std::array kTables{wrongLengths, wrongHeaders, wrongTypes, spareBytes, repeatedFrames};

/// Sends each frame of each table to a machine of its own in this state.
template <typename Check>
void forEachWrongFrame(const StateCase& state, const Check& check) {
  CAPTURE(state.name);
  MachineRig reached(onePlan());
  state.reach(reached);
  for (const auto& table : kTables) {
    for (const WrongFrame& wrong : table(reached.nextSequence())) {
      CAPTURE(wrong.name);
      MachineRig rig(onePlan());
      state.reach(rig);
      rig.machine.receive(rig.now, wrong.bytes);
      check(rig);
    }
  }
}

}  // namespace

TEST_CASE("Before COMMIT every frame that is no frame, or not due, ends the helper unchanged") {
  for (const StateCase& state : beforeCommit()) {
    forEachWrongFrame(state, [](const MachineRig& rig) {
      rig.checkDone(ExitCode::protocolBroken);
      CHECK(rig.stack.calls.empty());
    });
  }
}

TEST_CASE("After COMMIT every frame that is no frame, or not due, takes everything back") {
  for (const StateCase& state : afterCommit()) {
    forEachWrongFrame(state, [](MachineRig& rig) {
      rig.advance(1000);
      CHECK(rig.only<RevertedMessage>().cause == RevertCause::channelBroken);
      rig.checkDone(ExitCode::success);
      CHECK(rig.value(kEthernet, Field::Metric) == 25);
      CHECK(rig.value(kEthernet, Field::UseAutomaticMetric) == 1);
    });
  }
}
