// SPDX-License-Identifier: MIT
#include "transaction/frame.h"

#include "transaction/frame_fields.h"

namespace interface_panel {
namespace {

/// Type numbers by message. HELLO and FOOTPRINT go both ways, with the top bit for the helper's.
constexpr std::uint8_t kFromHelper = 0x80;

template <typename Message>
constexpr std::uint8_t kAppType = 0;
template <>
constexpr std::uint8_t kAppType<HelloMessage> = 1;
template <>
constexpr std::uint8_t kAppType<PlanMessage> = 2;
template <>
constexpr std::uint8_t kAppType<OperationMessage> = 3;
template <>
constexpr std::uint8_t kAppType<FootprintMessage> = 4;
template <>
constexpr std::uint8_t kAppType<CommitMessage> = 5;
template <>
constexpr std::uint8_t kAppType<ConfirmMessage> = 6;
template <>
constexpr std::uint8_t kAppType<RevertMessage> = 7;

template <>
constexpr std::uint8_t kAppType<LastingMessage> = 8;

template <typename Message>
constexpr std::uint8_t kHelperType = 0;
template <>
constexpr std::uint8_t kHelperType<HelloMessage> = kFromHelper | 1;
template <>
constexpr std::uint8_t kHelperType<RefusedMessage> = kFromHelper | 2;
template <>
constexpr std::uint8_t kHelperType<StaleMessage> = kFromHelper | 3;
template <>
constexpr std::uint8_t kHelperType<FootprintMessage> = kFromHelper | 4;
template <>
constexpr std::uint8_t kHelperType<PreparedMessage> = kFromHelper | 5;
template <>
constexpr std::uint8_t kHelperType<AppliedMessage> = kFromHelper | 6;
template <>
constexpr std::uint8_t kHelperType<OutcomeMessage> = kFromHelper | 7;
template <>
constexpr std::uint8_t kHelperType<RolledBackMessage> = kFromHelper | 8;
template <>
constexpr std::uint8_t kHelperType<ConfirmedMessage> = kFromHelper | 9;
template <>
constexpr std::uint8_t kHelperType<RevertedMessage> = kFromHelper | 10;
template <>
constexpr std::uint8_t kHelperType<DoneMessage> = kFromHelper | 11;

// One layout per message, walked by the writer (const message) and by the reader.

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, HelloMessage>
void layOut(Fields& fields, Message& message) {
  fields.text(8, kBuildIdBytes, message.buildId);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, PlanMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operations);
  fields.number(10, message.lastingChanges);
  fields.number(12, message.deadlineSeconds);
  fields.utf8(16, kAccountBytes, message.account);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, OperationMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.index);
  fields.number(10, message.kind);
  fields.number(11, message.field);
  fields.number(12, message.family);
  fields.number(16, message.luid);
  fields.number(24, message.expected);
  fields.number(32, message.value);
  fields.number(40, message.beforeBytes);
  fields.number(44, message.afterBytes);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, FootprintMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operation);
  fields.enumeration(10, message.which, FootprintWhich::before, FootprintWhich::after);
  fields.number(11, message.length);
  fields.number(12, message.offset);
  fields.number(14, message.total);
  const std::size_t length = std::min<std::size_t>(message.length, kFootprintPartBytes);
  fields.bytes(16, std::span(message.bytes).first(length));
  if constexpr (Fields::kReads) {
    if (message.length == 0 || message.length > kFootprintPartBytes) {
      fields.reject(FrameDefect::number);
    }
  }
}

constexpr std::uint8_t kExpectedFlag = 1;
constexpr std::uint8_t kValueFlag = 2;

void layOutFlags(FrameWriter& fields, const LastingChange& change) {
  const int flags = (change.expected ? kExpectedFlag : 0) | (change.value ? kValueFlag : 0);
  fields.number(11, static_cast<std::uint8_t>(flags));
}

void layOutFlags(FrameReader& fields, LastingChange& change) {
  std::uint8_t flags = 0;
  fields.number(11, flags);
  if (flags > (kExpectedFlag | kValueFlag)) fields.reject(FrameDefect::number);
  if ((flags & kExpectedFlag) != 0) change.expected = 0;
  if ((flags & kValueFlag) != 0) change.value = 0;
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, LastingMessage>
void layOut(Fields& fields, Message& message) {
  auto& change = message.change;
  fields.number(8, message.index);
  fields.underlying(10, change.field);
  layOutFlags(fields, change);
  fields.underlying(12, change.family);
  fields.number(16, change.luid);
  if (change.expected) fields.number(24, *change.expected);
  if (change.value) fields.number(32, *change.value);
  fields.bytes(40, change.id);
}

template <typename Fields, typename Message>
  requires std::is_empty_v<Message>
void layOut(Fields&, Message&) {}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, RefusedMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operation);
  fields.enumeration(10, message.refusal, Refusal::malformedPlan, Refusal::platformError);
  fields.number(12, message.platform.code);
  fields.enumeration(16, message.platform.domain, PlatformDomain::win32, PlatformDomain::posix);
  fields.text(24, kPlatformNameBytes, message.platform.name);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, StaleMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operation);
  fields.number(16, message.live);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, PreparedMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operations);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, AppliedMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operations);
  fields.number(12, message.millisecondsLeft);
}

constexpr std::uint8_t kLiveFlag = 1;
constexpr std::uint8_t kPosixFlag = 2;

void layOutFlags(FrameWriter& fields, const OutcomeMessage& message) {
  const int flags = (message.hasLive ? kLiveFlag : 0) |
                    (message.platform.domain == PlatformDomain::posix ? kPosixFlag : 0);
  fields.number(11, static_cast<std::uint8_t>(flags));
}

void layOutFlags(FrameReader& fields, OutcomeMessage& message) {
  std::uint8_t flags = 0;
  fields.number(11, flags);
  if (flags > (kLiveFlag | kPosixFlag)) fields.reject(FrameDefect::number);
  message.hasLive = (flags & kLiveFlag) != 0;
  message.platform.domain =
      (flags & kPosixFlag) != 0 ? PlatformDomain::posix : PlatformDomain::win32;
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, OutcomeMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.operation);
  fields.enumeration(10, message.outcome, Outcome::applied, Outcome::restoreFailed);
  layOutFlags(fields, message);
  fields.number(12, message.platform.code);
  if (message.hasLive) fields.number(16, message.live);
  fields.text(24, kPlatformNameBytes, message.platform.name);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, ConfirmedMessage>
void layOut(Fields& fields, Message& message) {
  fields.flag(8, message.unwritten);
  fields.enumeration(9, message.platform.domain, PlatformDomain::win32, PlatformDomain::posix);
  fields.number(12, message.platform.code);
  fields.text(24, kPlatformNameBytes, message.platform.name);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, RevertedMessage>
void layOut(Fields& fields, Message& message) {
  fields.enumeration(8, message.cause, RevertCause::asked, RevertCause::toldToStop);
}

template <typename Fields, typename Message>
  requires std::same_as<std::remove_const_t<Message>, DoneMessage>
void layOut(Fields& fields, Message& message) {
  fields.number(8, message.exitCode);
}

struct Header {
  std::uint16_t magic = kFrameMagic;
  std::uint8_t version = kProtocolVersion;
  std::uint8_t type = 0;
  std::uint32_t sequence = 0;
};

template <typename Fields, typename HeaderType>
void layOutHeader(Fields& fields, HeaderType& header) {
  fields.number(0, header.magic);
  fields.number(2, header.version);
  fields.number(3, header.type);
  fields.number(4, header.sequence);
}

template <typename Message>
Frame encode(const Message& message, std::uint8_t type, std::uint32_t sequence) {
  FrameWriter writer;
  const Header header{.type = type, .sequence = sequence};
  layOutHeader(writer, header);
  layOut(writer, message);
  return writer.frame();
}

template <typename Message, typename Variant>
std::variant<Variant, FrameDefect> decodePayload(FrameReader& reader) {
  Message message;
  layOut(reader, message);
  if (const auto defect = reader.defect()) return *defect;
  return Variant{message};
}

/// Tries the messages of one direction in turn until one has this type number.
template <typename Variant, template <typename> typename TypeOf, std::size_t index = 0>
std::variant<Variant, FrameDefect> decodeByType(FrameReader& reader, std::uint8_t type) {
  if constexpr (index == std::variant_size_v<Variant>) {
    return FrameDefect::type;
  } else {
    using Message = std::variant_alternative_t<index, Variant>;
    if (type == TypeOf<Message>::value) return decodePayload<Message, Variant>(reader);
    return decodeByType<Variant, TypeOf, index + 1>(reader, type);
  }
}

template <typename Message>
using AppTypeOf = std::integral_constant<std::uint8_t, kAppType<Message>>;
template <typename Message>
using HelperTypeOf = std::integral_constant<std::uint8_t, kHelperType<Message>>;

template <typename Variant, template <typename> typename TypeOf>
std::variant<Variant, FrameDefect> decode(std::span<const std::uint8_t> bytes,
                                          std::uint32_t sequence) {
  if (bytes.size() != kFrameBytes) return FrameDefect::length;
  FrameReader reader(bytes.first<kFrameBytes>());
  Header header;
  layOutHeader(reader, header);
  if (header.magic != kFrameMagic) return FrameDefect::magic;
  if (header.version != kProtocolVersion) return FrameDefect::version;
  if (header.sequence != sequence) return FrameDefect::sequence;
  return decodeByType<Variant, TypeOf>(reader, header.type);
}

}  // namespace

Frame encodeAppFrame(const AppMessage& message, std::uint32_t sequence) {
  return std::visit(
      [&]<typename M>(const M& alternative) { return encode(alternative, kAppType<M>, sequence); },
      message);
}

Frame encodeHelperFrame(const HelperMessage& message, std::uint32_t sequence) {
  return std::visit(
      [&]<typename M>(const M& alternative) {
        return encode(alternative, kHelperType<M>, sequence);
      },
      message);
}

std::variant<AppMessage, FrameDefect> decodeAppFrame(std::span<const std::uint8_t> bytes,
                                                     std::uint32_t sequence) {
  return decode<AppMessage, AppTypeOf>(bytes, sequence);
}

std::variant<HelperMessage, FrameDefect> decodeHelperFrame(std::span<const std::uint8_t> bytes,
                                                           std::uint32_t sequence) {
  return decode<HelperMessage, HelperTypeOf>(bytes, sequence);
}

}  // namespace interface_panel
