// SPDX-License-Identifier: MIT
// The vectors that electron/lasting is held to as well.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "lasting/keeper_status.h"
#include "lasting/lasting_codec.h"
#include "lasting/meant_adapter.h"

using namespace interface_panel;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// The part of the file from one of its lists to the next.
std::string listOf(const char* name, const char* next) {
  std::ifstream file(TEST_VECTORS "/lasting.json");
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = text.find("\"" + std::string(name) + "\": [");
  REQUIRE(begin != std::string::npos);
  const std::size_t end =
      next == nullptr ? text.size() : text.find("\"" + std::string(next) + "\": [");
  REQUIRE(end > begin);
  return text.substr(begin, end - begin);
}

/// The objects of a list, each from its name on.
std::vector<std::string> entriesOf(const std::string& list) {
  std::vector<std::string> entries;
  constexpr std::string_view kName = "\"name\": \"";
  for (std::size_t at = list.find(kName); at != std::string::npos;) {
    const std::size_t next = list.find(kName, at + 1);
    entries.push_back(list.substr(at, next - at));
    at = next;
  }
  return entries;
}

std::string textOf(const std::string& entry, const char* member) {
  const std::string key = "\"" + std::string(member) + "\": \"";
  const std::size_t begin = entry.find(key);
  if (begin == std::string::npos) return {};
  const std::size_t start = begin + key.size();
  return entry.substr(start, entry.find('"', start) - start);
}

std::int64_t numberOf(const std::string& entry, const char* member) {
  const std::string key = "\"" + std::string(member) + "\": ";
  const std::size_t begin = entry.find(key);
  REQUIRE(begin != std::string::npos);
  const std::size_t start = begin + key.size();
  return std::stoll(entry.substr(start + (entry[start] == '"' ? 1 : 0)));
}

Bytes bytesOf(const std::string& hex) {
  Bytes bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

SettingId idOf(const std::string& hex) {
  SettingId id{};
  const Bytes bytes = bytesOf(hex);
  REQUIRE(bytes.size() == id.size());
  std::copy(bytes.begin(), bytes.end(), id.begin());
  return id;
}

/// The objects inside an entry that begin with this member.
std::vector<std::string> partsOf(const std::string& entry, const char* first) {
  std::vector<std::string> parts;
  const std::string key = "\"" + std::string(first) + "\": ";
  for (std::size_t at = entry.find(key); at != std::string::npos;) {
    const std::size_t next = entry.find(key, at + 1);
    parts.push_back(entry.substr(at, next - at));
    at = next;
  }
  return parts;
}

AdapterName nameOf(const std::string& part) {
  return {textOf(part, "alias"), static_cast<std::uint32_t>(numberOf(part, "type")),
          guidFromText(textOf(part, "guid")).value_or(AdapterGuid{})};
}

LastingSetting settingOf(const std::string& part) {
  return {nameOf(part),
          static_cast<Family>(numberOf(part, "family")),
          static_cast<Field>(numberOf(part, "field")),
          numberOf(part, "value"),
          numberOf(part, "madeAt"),
          textOf(part, "account")};
}

KeptStatus keptOf(const std::string& part) {
  return {.id = idOf(textOf(part, "id")),
          .state = static_cast<KeptState>(numberOf(part, "state")),
          .domain = numberOf(part, "domain") == 1 ? ErrorDomain::posix : ErrorDomain::win32,
          .refusal = static_cast<Refusal>(numberOf(part, "refusal")),
          .code = static_cast<std::int32_t>(numberOf(part, "code")),
          .setAgainAt = numberOf(part, "setAgainAt"),
          .live = numberOf(part, "live"),
          .timesSet = static_cast<std::uint32_t>(numberOf(part, "timesSet"))};
}

}  // namespace

TEST_CASE("The codec writes and reads every golden store") {
  const auto entries = entriesOf(listOf("stores", "defects"));
  REQUIRE(entries.size() == 3);
  for (const std::string& entry : entries) {
    CAPTURE(textOf(entry, "name"));
    LastingSettings settings;
    for (const std::string& part : partsOf(entry, "id")) {
      settings.push_back(settingOf(part));
      CHECK(settings.back().id() == idOf(textOf(part, "id")));
    }
    const Bytes golden = bytesOf(textOf(entry, "hex"));
    CHECK(encodeSettings(settings) == golden);
    const auto decoded = decodeSettings(golden);
    REQUIRE(std::holds_alternative<LastingSettings>(decoded));
    CHECK(std::get<LastingSettings>(decoded) == settings);
  }
}

TEST_CASE("Every defect of a store is noticed, a later version apart from damage") {
  const auto entries = entriesOf(listOf("defects", "statuses"));
  REQUIRE(entries.size() == 26);
  for (const std::string& entry : entries) {
    CAPTURE(textOf(entry, "name"));
    const auto decoded = decodeSettings(bytesOf(textOf(entry, "hex")));
    REQUIRE(std::holds_alternative<SettingsDefect>(decoded));
    const bool isLater = textOf(entry, "defect") == "later-version";
    CHECK(std::get<SettingsDefect>(decoded) ==
          (isLater ? SettingsDefect::laterVersion : SettingsDefect::damaged));
  }
}

TEST_CASE("A store that is cut anywhere is damaged") {
  const Bytes golden = bytesOf(textOf(entriesOf(listOf("stores", "defects"))[1], "hex"));
  for (std::size_t size = 0; size < golden.size(); ++size) {
    const auto decoded = decodeSettings(std::span(golden).first(size));
    CAPTURE(size);
    CHECK(std::get<SettingsDefect>(decoded) == SettingsDefect::damaged);
  }
}

TEST_CASE("The codec writes every golden status") {
  const auto entries = entriesOf(listOf("statuses", "statusDefects"));
  REQUIRE(entries.size() == 2);
  for (const std::string& entry : entries) {
    CAPTURE(textOf(entry, "name"));
    KeeperStatus status{.process = static_cast<std::uint32_t>(numberOf(entry, "process")),
                        .store = static_cast<StoreTrouble>(numberOf(entry, "store")),
                        .startedAt = std::stoull(textOf(entry, "startedAt")),
                        .wroteAt = numberOf(entry, "wroteAt"),
                        .settings = {}};
    for (const std::string& part : partsOf(entry, "id")) status.settings.push_back(keptOf(part));
    CHECK(encodeStatus(status) == bytesOf(textOf(entry, "hex")));
  }
}

TEST_CASE("A name means the adapter that the rule says") {
  const auto entries = entriesOf(listOf("meant", nullptr));
  REQUIRE(entries.size() == 15);
  for (const std::string& entry : entries) {
    CAPTURE(textOf(entry, "name"));
    std::vector<NamedAdapter> adapters;
    for (const std::string& part : partsOf(entry, "luid")) {
      adapters.push_back({std::stoull(textOf(part, "luid")), nameOf(part)});
    }
    const std::string meant = textOf(entry, "meant");
    const MeantAdapter expected = meant.empty() ? MeantAdapter{}
                                  : meant == "two"
                                      ? MeantAdapter{MeantAdapter::Kind::several, 0}
                                      : MeantAdapter{MeantAdapter::Kind::one, std::stoull(meant)};
    CHECK(meantAdapter(nameOf(entry), adapters) == expected);
  }
}
