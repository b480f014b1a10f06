// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "transaction/frame.h"

using namespace interface_panel;

namespace {

template <typename Decoded>
FrameDefect defectOf(const Decoded& decoded) {
  REQUIRE(std::holds_alternative<FrameDefect>(decoded));
  return std::get<FrameDefect>(decoded);
}

FootprintMessage footprintPart() {
  FootprintMessage part;
  part.operation = 3;
  part.which = FootprintWhich::after;
  part.length = 5;
  part.total = 5;
  part.bytes = {1, 2, 3, 4, 5};
  return part;
}

const std::vector<AppMessage>& appMessages() {
  static const std::vector<AppMessage> messages{
      HelloMessage{"build"},
      PlanMessage{.operations = 7, .deadlineSeconds = 60},
      OperationMessage{1, 1, 34, 23, 0x0006'0000'0700'0000, -1, 1, 16, 32},
      footprintPart(),
      CommitMessage{},
      ConfirmMessage{},
      RevertMessage{},
      LastingMessage{2, {Field::Metric, Family::ipv6, 9, -1, 5, {1, 2, 3}}}};
  return messages;
}

const std::vector<HelperMessage>& helperMessages() {
  static const std::vector<HelperMessage> messages{
      HelloMessage{"build"},
      RefusedMessage{kWholePlan, Refusal::hashMismatch, {}},
      StaleMessage{2, -5},
      footprintPart(),
      PreparedMessage{9},
      AppliedMessage{9, 60'000},
      OutcomeMessage{4, Outcome::failed, true, -9, {5, PlatformDomain::posix, "EIO"}},
      RolledBackMessage{},
      ConfirmedMessage{},
      RevertedMessage{RevertCause::deadline},
      DoneMessage{11}};
  return messages;
}

/// Bytes of the frame that the message names, header included, from docs/helper-protocol.md.
std::size_t namedBytes(const AppMessage& message) {
  // OPERATION and LASTING leave 14 and 15 spare.
  constexpr std::array<std::size_t, 8> kNamed{40, 64, 48 - 2, 16 + 5, 8, 8, 8, 56 - 2};
  return kNamed[message.index()];
}

}  // namespace

TEST_CASE("Every frame of the app decodes to the message it was made of") {
  for (const AppMessage& message : appMessages()) {
    CAPTURE(message.index());
    const auto decoded = decodeAppFrame(encodeAppFrame(message, 42), 42);
    REQUIRE(std::holds_alternative<AppMessage>(decoded));
    CHECK(std::get<AppMessage>(decoded) == message);
  }
}

TEST_CASE("Every frame of the helper decodes to the message it was made of") {
  for (const HelperMessage& message : helperMessages()) {
    CAPTURE(message.index());
    const auto decoded = decodeHelperFrame(encodeHelperFrame(message, 42), 42);
    REQUIRE(std::holds_alternative<HelperMessage>(decoded));
    CHECK(std::get<HelperMessage>(decoded) == message);
  }
}

TEST_CASE("A frame of another length is refused") {
  const Frame frame = encodeAppFrame(CommitMessage{}, 0);
  for (const std::size_t size : {0U, 1U, 8U, 63U}) {
    CHECK(defectOf(decodeAppFrame(std::span(frame).first(size), 0)) == FrameDefect::length);
  }
  for (const std::size_t size : {65U, 80U, 128U, 4096U, 1U << 20}) {
    std::vector<std::uint8_t> longer(frame.begin(), frame.end());
    longer.resize(size);
    CHECK(defectOf(decodeAppFrame(longer, 0)) == FrameDefect::length);
  }
}

TEST_CASE("A frame with any bit of its header flipped is refused") {
  for (const AppMessage& message : appMessages()) {
    const Frame frame = encodeAppFrame(message, 5);
    for (std::size_t bit = 0; bit < 64; ++bit) {
      // Flips within the type may name another message of the app, which its own test covers.
      if (bit >= 24 && bit < 32) continue;
      Frame flipped = frame;
      flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
      const FrameDefect defect = defectOf(decodeAppFrame(flipped, 5));
      CHECK(defect == (bit < 16   ? FrameDefect::magic
                       : bit < 24 ? FrameDefect::version
                                  : FrameDefect::sequence));
    }
  }
}

TEST_CASE("Every type number of no message is refused, in both directions") {
  for (unsigned type = 0; type < 256; ++type) {
    CAPTURE(type);
    Frame frame = encodeAppFrame(CommitMessage{}, 0);
    frame[3] = static_cast<std::uint8_t>(type);
    if (type < 1 || type > 8) {
      CHECK(defectOf(decodeAppFrame(frame, 0)) == FrameDefect::type);
    }
    if (type < 0x81 || type > 0x8B) {
      CHECK(defectOf(decodeHelperFrame(frame, 0)) == FrameDefect::type);
    }
  }
}

TEST_CASE("Every spare byte must be zero") {
  for (const AppMessage& message : appMessages()) {
    const Frame frame = encodeAppFrame(message, 0);
    std::size_t refusedBytes = 0;
    for (std::size_t offset = 8; offset < kFrameBytes; ++offset) {
      Frame changed = frame;
      if (changed[offset] != 0) continue;
      changed[offset] = 0x80;
      const auto decoded = decodeAppFrame(changed, 0);
      if (const auto* defect = std::get_if<FrameDefect>(&decoded)) {
        refusedBytes += *defect == FrameDefect::spareByte ? 1U : 0U;
      }
    }
    CAPTURE(message.index());
    CHECK(refusedBytes == kFrameBytes - namedBytes(message));
  }
}

TEST_CASE("A text must be printable ASCII, then zeros") {
  const Frame frame = encodeAppFrame(HelloMessage{"build"}, 0);
  for (const unsigned byte : {0x01U, 0x0AU, 0x1FU, 0x7FU, 0x80U, 0xFFU}) {
    Frame changed = frame;
    changed[10] = static_cast<std::uint8_t>(byte);
    CHECK(defectOf(decodeAppFrame(changed, 0)) == FrameDefect::text);
  }
  Frame afterEnd = frame;
  afterEnd[8 + 20] = 'x';
  CHECK(defectOf(decodeAppFrame(afterEnd, 0)) == FrameDefect::text);
}

TEST_CASE("An account is UTF-8 without control characters, then zeros") {
  const Frame frame = encodeAppFrame(PlanMessage{.operations = 1, .account = "j\xC3\xBCrgen"}, 0);
  for (const unsigned byte : {0x01U, 0x0AU, 0x1FU, 0x7FU, 0x80U, 0xFFU}) {
    Frame changed = frame;
    changed[20] = static_cast<std::uint8_t>(byte);
    CHECK(defectOf(decodeAppFrame(changed, 0)) == FrameDefect::text);
  }
  Frame afterEnd = frame;
  afterEnd[63] = 'x';
  CHECK(defectOf(decodeAppFrame(afterEnd, 0)) == FrameDefect::text);
}

TEST_CASE("A footprint part carries 1 to 48 bytes of a known kind") {
  const Frame frame = encodeAppFrame(footprintPart(), 0);
  for (const unsigned length : {0U, 49U, 64U, 255U}) {
    Frame changed = frame;
    changed[11] = static_cast<std::uint8_t>(length);
    CHECK(defectOf(decodeAppFrame(changed, 0)) == FrameDefect::number);
  }
  Frame changed = frame;
  changed[10] = 2;
  CHECK(defectOf(decodeAppFrame(changed, 0)) == FrameDefect::number);
  // One byte fewer than sent leaves a byte that nothing names.
  changed = frame;
  changed[11] = 4;
  CHECK(defectOf(decodeAppFrame(changed, 0)) == FrameDefect::spareByte);
}

TEST_CASE("Numbers of the helper's frames lie in their enumerations") {
  Frame outcome = encodeHelperFrame(OutcomeMessage{}, 0);
  outcome[10] = 7;
  CHECK(defectOf(decodeHelperFrame(outcome, 0)) == FrameDefect::number);
  outcome[10] = 0;
  outcome[11] = 4;
  CHECK(defectOf(decodeHelperFrame(outcome, 0)) == FrameDefect::number);
  outcome[11] = 0;
  outcome[16] = 1;  // a live value although the flag says none
  CHECK(defectOf(decodeHelperFrame(outcome, 0)) == FrameDefect::spareByte);

  Frame reverted = encodeHelperFrame(RevertedMessage{}, 0);
  for (const unsigned cause : {0U, 5U, 255U}) {
    reverted[8] = static_cast<std::uint8_t>(cause);
    CHECK(defectOf(decodeHelperFrame(reverted, 0)) == FrameDefect::number);
  }

  Frame refused = encodeHelperFrame(RefusedMessage{0, Refusal::oneWay, {}}, 0);
  refused[16] = 2;
  CHECK(defectOf(decodeHelperFrame(refused, 0)) == FrameDefect::number);
  refused[16] = 0;
  refused[10] = 0;
  CHECK(defectOf(decodeHelperFrame(refused, 0)) == FrameDefect::number);
}

TEST_CASE("A name that is too long is cut, not spilled") {
  const std::string name(100, 'N');
  const OutcomeMessage outcome{
      .operation = 0, .outcome = Outcome::failed, .platform = {.code = 1, .name = name}};
  const auto decoded = decodeHelperFrame(encodeHelperFrame(outcome, 0), 0);
  const auto& message = std::get<HelperMessage>(decoded);
  CHECK(std::get<OutcomeMessage>(message).platform.name == name.substr(0, kPlatformNameBytes));
}
