// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "encoding/sha256.h"
#include "transaction/frame.h"

using namespace interface_panel;

namespace {

constexpr std::uint64_t kEthernet = makeLuid(6, 7);
constexpr std::uint64_t kWiFi = makeLuid(71, 12);
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();

/// Bytes 1, 2, 3, ... as the vectors' footprint has them.
FootprintMessage counted(std::uint16_t operation, std::uint16_t offset, std::uint16_t total,
                         std::uint8_t length, std::uint8_t first) {
  FootprintMessage part{
      .operation = operation, .which = {}, .length = length, .offset = offset, .total = total};
  for (std::uint8_t i = 0; i < length; ++i) part.bytes[i] = static_cast<std::uint8_t>(first + i);
  return part;
}

FootprintMessage after(FootprintMessage part) {
  part.which = FootprintWhich::after;
  return part;
}

PlatformCode win32(std::int32_t code, std::string name) {
  return {code, PlatformDomain::win32, std::move(name)};
}

PlatformCode posix(std::int32_t code, std::string name) {
  return {code, PlatformDomain::posix, std::move(name)};
}

struct AppVector {
  std::uint32_t sequence;
  AppMessage message;
};

struct HelperVector {
  std::uint32_t sequence;
  HelperMessage message;
};

const std::map<std::string, AppVector> kAppVectors{
    {"hello", {0, HelloMessage{"0.1.0+0123456789abcdef"}}},
    {"hello with the longest build id", {0, HelloMessage{std::string(32, 'x')}}},
    {"plan", {1, PlanMessage{3, 0, 60, ""}}},
    {"plan at its limits", {0xFFFFFFFF, PlanMessage{1024, 0, 600, ""}}},
    {"set DisableDefaultRoutes", {2, OperationMessage{0, 0, 34, 2, kEthernet, 0, 1, 0, 0}}},
    {"set Metric on IPv6", {3, OperationMessage{1, 0, 25, 23, kWiFi, 4294967295, 0, 0, 0}}},
    {"restore NlMtu", {4, OperationMessage{2, 1, 26, 2, kEthernet, 1400, 1500, 50, 3}}},
    {"operation with extreme numbers",
     {9, OperationMessage{1023, 0, 255, 65535, 0xFFFFFFFFFFFFFFFF, kMin, kMax, 0xFFFFFFFF,
                          0xFFFFFFFF}}},
    {"footprint before, first part", {5, counted(2, 0, 50, 48, 1)}},
    {"footprint before, second part", {6, counted(2, 48, 50, 2, 49)}},
    {"footprint after", {7, FootprintMessage{2, FootprintWhich::after, 3, 0, 3, {0, 255, 128}}}},
    {"plan that lasts, of an account with a name beyond ASCII",
     {1, PlanMessage{1, 2, 60, "KONTOR\\j\xC3\xBCrgen"}}},
    {"a value is to last where none did",
     {3, LastingMessage{0,
                        {Field::DisableDefaultRoutes,
                         Family::ipv4,
                         14918723100737536,
                         std::nullopt,
                         1,
                         {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB,
                          0xCC, 0xDD, 0xEE, 0xFF}}}}},
    {"a value stops to last",
     {4, LastingMessage{1,
                        {Field::Metric,
                         Family::ipv6,
                         0,
                         -5,
                         std::nullopt,
                         {0xFF, 0xEE, 0xDD, 0xCC, 0xBB, 0xAA, 0x99, 0x88, 0x77, 0x66, 0x55, 0x44,
                          0x33, 0x22, 0x11, 0x00}}}}},
    {"commit", {8, CommitMessage{}}},
    {"confirm", {9, ConfirmMessage{}}},
    {"revert", {9, RevertMessage{}}}};

const std::map<std::string, HelperVector> kHelperVectors{
    {"hello of the helper", {0, HelloMessage{"0.1.0+0123456789abcdef"}}},
    {"plan refused", {1, RefusedMessage{kWholePlan, Refusal::hashMismatch, {}}}},
    {"operation refused by errno",
     {2, RefusedMessage{7, Refusal::platformError, posix(1, "EPERM")}}},
    {"operation refused by a Win32 error with a long name",
     {3, RefusedMessage{1023, Refusal::platformError,
                        win32(std::numeric_limits<std::int32_t>::min(),
                              "ERROR_0123456789_0123456789_0123456789_0")}}},
    {"stale", {1, StaleMessage{1, -1}}},
    {"footprint of the helper before", {1, counted(0, 0, 50, 48, 1)}},
    {"footprint of the helper after, last part", {2, after(counted(0, 49104, 49152, 48, 1))}},
    {"prepared", {3, PreparedMessage{3}}},
    {"applied", {4, AppliedMessage{3, 60'000}}},
    {"outcome applied", {5, OutcomeMessage{0, Outcome::applied, true, 1, {}}}},
    {"outcome not applied", {6, OutcomeMessage{2, Outcome::notApplied, false, 0, {}}}},
    {"outcome failed by errno",
     {7, OutcomeMessage{1, Outcome::failed, false, 0, posix(22, "EINVAL")}}},
    {"outcome failed by a Win32 error, live value known",
     {8, OutcomeMessage{1, Outcome::failed, true, kMin, win32(87, "ERROR_INVALID_PARAMETER")}}},
    {"outcome restored", {9, OutcomeMessage{0, Outcome::restored, true, 0, {}}}},
    {"outcome foreign", {10, OutcomeMessage{0, Outcome::foreign, true, 9000, {}}}},
    {"outcome gone", {11, OutcomeMessage{0, Outcome::gone, false, 0, {}}}},
    {"outcome restore failed",
     {12, OutcomeMessage{0, Outcome::restoreFailed, true, 1, posix(16, "EBUSY")}}},
    {"rolled back", {13, RolledBackMessage{}}},
    {"confirmed", {6, ConfirmedMessage{}}},
    {"kept, but nothing lasts", {9, ConfirmedMessage{true, posix(28, "ENOSPC")}}},
    {"reverted, asked", {14, RevertedMessage{RevertCause::asked}}},
    {"reverted, deadline", {14, RevertedMessage{RevertCause::deadline}}},
    {"reverted, channel broken", {14, RevertedMessage{RevertCause::channelBroken}}},
    {"reverted, told to stop", {14, RevertedMessage{RevertCause::toldToStop}}},
    {"done", {15, DoneMessage{11}}}};

std::string vectorsText() {
  std::ifstream file(TEST_VECTORS "/frames.json");
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Name and bytes of every frame of the file. Its fields are the TypeScript twin's to read.
std::map<std::string, std::string> hexByName(const std::string& text) {
  const std::regex frame(
      "\"name\": \"([^\"]*)\",\\s*\"direction\"[^]*?\"hex\": \"([0-9a-f]{128})\"");
  std::map<std::string, std::string> frames;
  for (std::sregex_iterator match(text.begin(), text.end(), frame), end; match != end; ++match) {
    frames.emplace((*match)[1], (*match)[2]);
  }
  return frames;
}

std::string hexOf(std::span<const std::uint8_t> bytes) {
  std::string hex;
  for (const std::uint8_t byte : bytes) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

}  // namespace

TEST_CASE("The codec writes and reads every golden frame") {
  const auto golden = hexByName(vectorsText());
  CHECK(golden.size() == kAppVectors.size() + kHelperVectors.size());
  for (const auto& [name, hex] : golden) {
    CAPTURE(name);
    if (const auto app = kAppVectors.find(name); app != kAppVectors.end()) {
      const Frame frame = encodeAppFrame(app->second.message, app->second.sequence);
      CHECK(hexOf(frame) == hex);
      CHECK(std::get<AppMessage>(decodeAppFrame(frame, app->second.sequence)) ==
            app->second.message);
    } else {
      const HelperVector& helper = kHelperVectors.at(name);
      const Frame frame = encodeHelperFrame(helper.message, helper.sequence);
      CHECK(hexOf(frame) == hex);
      CHECK(std::get<HelperMessage>(decodeHelperFrame(frame, helper.sequence)) == helper.message);
    }
  }
}

TEST_CASE("The golden plan has the golden hash") {
  const std::string text = vectorsText();
  std::smatch match;
  REQUIRE(std::regex_search(text, match, std::regex("\"sha256\": \"([0-9a-f]{64})\"")));
  Sha256 hash;
  for (const char* name :
       {"plan", "set DisableDefaultRoutes", "set Metric on IPv6", "restore NlMtu",
        "footprint before, first part", "footprint before, second part", "footprint after"}) {
    const AppVector& vector = kAppVectors.at(name);
    hash.update(encodeAppFrame(vector.message, vector.sequence));
  }
  CHECK(hexOf(hash.finish()) == match[1]);
}
