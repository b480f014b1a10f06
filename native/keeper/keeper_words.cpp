// SPDX-License-Identifier: MIT
#include "keeper/keeper_words.h"

#include <array>
#include <charconv>

#include "stack/refusal_name.h"

namespace interface_panel {
namespace {

std::string numberIn(std::uint32_t number, int base) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
  return {digits.data(), end.ptr};
}

/// C0 and C1 controls, and what is no sign of its own but acts on others (Unicode's Cf and Zl, Zp).
bool isHidden(std::uint32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD || point == 0x61C ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

std::string escaped(std::uint32_t point) {
  if (point >= 0x100) return "\\u{" + numberIn(point, 16) + "}";
  return (point < 0x10 ? "\\x0" : "\\x") + numberIn(point, 16);
}

/// How many bytes a sequence of UTF-8 has by its first one.
std::size_t lengthOf(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

std::uint32_t pointOf(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) return first;
  std::uint32_t point = first & (0x7FU >> sequence.size());
  for (const char byte : sequence.substr(1)) {
    point = (point << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return point;
}

std::string subjectOf(const KeptSetting& kept) {
  const LastingSetting& setting = kept.setting();
  return visible(setting.adapter.alias) + ", " +
         (setting.family == Family::ipv4 ? "IPv4" : "IPv6") + ", " +
         std::string(fieldInfo(setting.field).name) + ": ";
}

std::string fromTo(const KeptSetting& kept, std::int64_t from) {
  return "from " + std::to_string(from) + " to " + std::to_string(kept.setting().value);
}

std::string named(const Error& error) { return error.name + " (" + visible(error.call) + ")"; }

}  // namespace

std::string visible(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const auto sequence = text.substr(0, lengthOf(static_cast<unsigned char>(text.front())));
    const std::uint32_t point = pointOf(sequence);
    shown += isHidden(point) ? escaped(point) : std::string(sequence);
    text.remove_prefix(sequence.size());
  }
  return shown;
}

std::string wordsOfSet(const KeptSetting& kept, std::int64_t from) {
  return subjectOf(kept) + "set again " + fromTo(kept, from);
}

std::string wordsOfFailure(const KeptSetting& kept, std::int64_t from, const SetAgain& outcome) {
  return subjectOf(kept) + "could not be set " + fromTo(kept, from) + ": " + named(*outcome.error) +
         (outcome.takenBack ? "; everything is as before" : "; not all of it could be taken back");
}

std::string wordsOfState(const KeptSetting& kept, const Finding& finding) {
  const std::string subject = subjectOf(kept);
  switch (kept.status().state) {
    case KeptState::held:
      return subject + "is " + std::to_string(finding.live) + ", as it should be";
    case KeptState::refused:
      return subject + "cannot be set to " + std::to_string(kept.setting().value) +
             " now: " + std::string(refusalName(finding.refusal));
    case KeptState::failed:
      return subject + "cannot be read: " + (finding.error ? named(*finding.error) : "");
    case KeptState::givenUp:
      return subject + "given up until it comes again: somebody sets it to " +
             std::to_string(finding.live) + " again and again";
    case KeptState::changed:
      return subject + "somebody changed it to " + std::to_string(finding.live) +
             " while the adapter stayed; left alone";
    case KeptState::absent:
    case KeptState::arriving:
    case KeptState::ambiguous:
      break;
  }
  return subject + "not there";
}

std::string wordsOfDoubt(const KeptSetting& kept) {
  return subjectOf(kept) + "two adapters could be meant; none is touched";
}

std::string wordsOfStore(StoreTrouble trouble, const std::optional<Error>& error,
                         std::size_t settings) {
  switch (trouble) {
    case StoreTrouble::none:
      return "Lasting settings: " + std::to_string(settings);
    case StoreTrouble::damaged:
      return "The lasting settings are damaged: nothing is set";
    case StoreTrouble::laterVersion:
      return "The lasting settings are of a later version: nothing is set";
    case StoreTrouble::notTrusted:
      return "The lasting settings are not trusted: nothing is set" +
             (error ? ". " + named(*error) : std::string());
    case StoreTrouble::switchedOff:
      return "Switched off by an administrator: nothing is set";
    case StoreTrouble::safeMode:
      return "The system is in safe mode: nothing is set";
  }
  return {};
}

std::string wordsOfError(std::string_view what, const Error& error) {
  return std::string(what) + ": " + named(error);
}

}  // namespace interface_panel
