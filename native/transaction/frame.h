// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "lasting/lasting_changes.h"
#include "stack/operation.h"

namespace interface_panel {

/// The frames of docs/helper-protocol.md, as values. Field by field they are what the wire carries:
/// a decoded frame is well formed, but whether its numbers are allowed is for the plan to say.

inline constexpr std::size_t kFrameBytes = 64;
inline constexpr std::uint16_t kFrameMagic = 0x5049;
inline constexpr std::uint8_t kProtocolVersion = 1;
inline constexpr std::size_t kBuildIdBytes = 32;
inline constexpr std::size_t kPlatformNameBytes = 40;
inline constexpr std::size_t kAccountBytes = 48;
inline constexpr std::size_t kFootprintPartBytes = 48;
/// Stands for the plan as a whole where an operation is named.
inline constexpr std::uint16_t kWholePlan = 0xFFFF;

using Frame = std::array<std::uint8_t, kFrameBytes>;

enum class OperationKind : std::uint8_t { set = 0, restore = 1 };

enum class FootprintWhich : std::uint8_t { before = 0, after = 1 };

/// What became of an operation; its number on the wire.
enum class Outcome : std::uint8_t {
  applied = 0,
  notApplied = 1,
  failed = 2,
  restored = 3,
  foreign = 4,
  gone = 5,
  restoreFailed = 6,
};

enum class RevertCause : std::uint8_t {
  asked = 1,
  deadline = 2,
  channelBroken = 3,
  toldToStop = 4
};

/// Whose number a platform code is; its number on the wire.
enum class PlatformDomain : std::uint8_t { win32 = 0, posix = 1 };

struct PlatformCode {
  std::int32_t code = 0;
  PlatformDomain domain = PlatformDomain::win32;
  /// At most 40 printable ASCII characters.
  std::string name;

  bool operator==(const PlatformCode&) const = default;
};

/// HELLO, the same in both directions: at most 32 printable ASCII characters.
struct HelloMessage {
  std::string buildId;
  bool operator==(const HelloMessage&) const = default;
};

struct PlanMessage {
  std::uint16_t operations = 0;
  std::uint16_t lastingChanges = 0;
  std::uint32_t deadlineSeconds = 0;
  /// At most 48 bytes of UTF-8 without control characters.
  std::string account = {};
  bool operator==(const PlanMessage&) const = default;
};

struct OperationMessage {
  std::uint16_t index = 0;
  std::uint8_t kind = 0;
  std::uint8_t field = 0;
  std::uint16_t family = 0;
  std::uint64_t luid = 0;
  std::int64_t expected = 0;
  std::int64_t value = 0;
  std::uint32_t beforeBytes = 0;
  std::uint32_t afterBytes = 0;
  bool operator==(const OperationMessage&) const = default;
};

/// FOOTPRINT, the same in both directions: a part of one footprint.
struct FootprintMessage {
  std::uint16_t operation = 0;
  FootprintWhich which = FootprintWhich::before;
  std::uint8_t length = 0;
  std::uint16_t offset = 0;
  std::uint16_t total = 0;
  std::array<std::uint8_t, kFootprintPartBytes> bytes{};
  bool operator==(const FootprintMessage&) const = default;
};

/// One lasting change; field and family may be numbers that the table does not know.
struct LastingMessage {
  std::uint16_t index = 0;
  LastingChange change;
  bool operator==(const LastingMessage&) const = default;
};

struct CommitMessage {
  bool operator==(const CommitMessage&) const = default;
};

struct ConfirmMessage {
  bool operator==(const ConfirmMessage&) const = default;
};

struct RevertMessage {
  bool operator==(const RevertMessage&) const = default;
};

struct RefusedMessage {
  std::uint16_t operation = kWholePlan;
  Refusal refusal = Refusal::none;
  PlatformCode platform = {};
  bool operator==(const RefusedMessage&) const = default;
};

struct StaleMessage {
  std::uint16_t operation = 0;
  std::int64_t live = 0;
  bool operator==(const StaleMessage&) const = default;
};

struct PreparedMessage {
  std::uint16_t operations = 0;
  bool operator==(const PreparedMessage&) const = default;
};

struct AppliedMessage {
  std::uint16_t operations = 0;
  std::uint32_t millisecondsLeft = 0;
  bool operator==(const AppliedMessage&) const = default;
};

struct OutcomeMessage {
  std::uint16_t operation = 0;
  Outcome outcome = Outcome::notApplied;
  bool hasLive = false;
  /// 0 without a live value.
  std::int64_t live = 0;
  PlatformCode platform = {};
  bool operator==(const OutcomeMessage&) const = default;
};

struct RolledBackMessage {
  bool operator==(const RolledBackMessage&) const = default;
};

struct ConfirmedMessage {
  /// Whether what was to last could not be written; then the platform says why.
  bool unwritten = false;
  PlatformCode platform = {};
  bool operator==(const ConfirmedMessage&) const = default;
};

struct RevertedMessage {
  RevertCause cause = RevertCause::asked;
  bool operator==(const RevertedMessage&) const = default;
};

struct DoneMessage {
  std::uint8_t exitCode = 0;
  bool operator==(const DoneMessage&) const = default;
};

/// What the app sends.
using AppMessage = std::variant<HelloMessage, PlanMessage, OperationMessage, FootprintMessage,
                                CommitMessage, ConfirmMessage, RevertMessage, LastingMessage>;

/// What the helper sends.
using HelperMessage =
    std::variant<HelloMessage, RefusedMessage, StaleMessage, FootprintMessage, PreparedMessage,
                 AppliedMessage, OutcomeMessage, RolledBackMessage, ConfirmedMessage,
                 RevertedMessage, DoneMessage>;

/// Why bytes are not the frame that was due.
enum class FrameDefect { length, magic, version, type, sequence, spareByte, text, number };

/// The frame of a message. Longer texts are cut, bytes of a footprint part beyond its length are
/// left out.
Frame encodeAppFrame(const AppMessage& message, std::uint32_t sequence);
Frame encodeHelperFrame(const HelperMessage& message, std::uint32_t sequence);

/// The message of a frame that must carry this sequence number, or its first defect.
std::variant<AppMessage, FrameDefect> decodeAppFrame(std::span<const std::uint8_t> bytes,
                                                     std::uint32_t sequence);
std::variant<HelperMessage, FrameDefect> decodeHelperFrame(std::span<const std::uint8_t> bytes,
                                                           std::uint32_t sequence);

}  // namespace interface_panel
