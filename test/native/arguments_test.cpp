// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "channel/helper_arguments.h"

using namespace interface_panel;

namespace {

using Line = std::vector<std::string>;

HelperArguments some() {
  HelperArguments arguments;
  for (std::size_t i = 0; i < arguments.nonce.size(); ++i) {
    arguments.nonce[i] = static_cast<std::uint8_t>(i * 17);
  }
  arguments.appProcess = 4711;
  arguments.planHash.fill(0xab);
  return arguments;
}

const Line kLine{
    "--v", "1",    "--n", "00112233445566778899aabbccddeeff",
    "--p", "4711", "--h", "abababababababababababababababababababababababababababababababab"};

}  // namespace

TEST_CASE("The command line is the one of the protocol, both ways") {
  CHECK(formatHelperArguments(some()) == kLine);
  CHECK(parseHelperArguments(kLine, false) == some());
}

TEST_CASE("A state file is named exactly where there is a simulated network") {
  HelperArguments arguments = some();
  arguments.stateFile = "/tmp/a network, with spaces/ä";
  const Line line = formatHelperArguments(arguments);
  CHECK(line.size() == 10);
  CHECK(parseHelperArguments(line, true) == arguments);
  CHECK_FALSE(parseHelperArguments(line, false).has_value());
  CHECK_FALSE(parseHelperArguments(kLine, true).has_value());
  Line empty = line;
  empty[9].clear();
  CHECK_FALSE(parseHelperArguments(empty, true).has_value());
  Line otherSwitch = line;
  otherSwitch[8] = "--S";
  CHECK_FALSE(parseHelperArguments(otherSwitch, true).has_value());
}

TEST_CASE("Any other spelling of an argument is refused") {
  const std::vector<std::pair<std::size_t, std::vector<std::string>>> wrong{
      {0, {"", "-v", "--V", "--v ", "--version", "--n"}},
      {1, {"", "0", "2", "01", "1 ", "+1", "1.0"}},
      {2, {"--N", "-n", "--h", ""}},
      {3,
       {"", "00112233445566778899aabbccddeef", "00112233445566778899aabbccddeeff0",
        "00112233445566778899AABBCCDDEEFF", "00112233445566778899aabbccddeefg",
        "../../../../../../../../../../ab", "00112233445566778899aabbccddee\\f"}},
      {4, {"--P", "/p", ""}},
      {5,
       {"", "0", "-1", "+4711", "04711", " 4711", "4711 ", "4711x", "0x1267", "4294967296",
        "99999999999999999999"}},
      {6, {"--H", "--hash", ""}},
      {7, {"", kLine[7].substr(1), kLine[7] + "0", std::string(64, 'A'), std::string(64, 'g')}}};
  for (const auto& [index, spellings] : wrong) {
    for (const std::string& spelling : spellings) {
      CAPTURE(spelling);
      Line line = kLine;
      line[index] = spelling;
      CHECK_FALSE(parseHelperArguments(line, false).has_value());
    }
  }
}

TEST_CASE("Arguments that are missing, more, or in another order are refused") {
  for (std::size_t count = 0; count < kLine.size(); ++count) {
    CHECK_FALSE(
        parseHelperArguments(Line(kLine.begin(), kLine.begin() + static_cast<long>(count)), false)
            .has_value());
  }
  Line more = kLine;
  more.emplace_back("--help");
  CHECK_FALSE(parseHelperArguments(more, false).has_value());
  Line swapped = kLine;
  std::swap(swapped[2], swapped[4]);
  std::swap(swapped[3], swapped[5]);
  CHECK_FALSE(parseHelperArguments(swapped, false).has_value());
}

TEST_CASE("What is taken at random is what could have been written") {
  const std::string characters = "0123456789abcdefABCDEF-vnphs /\\.\"'%&\x80";
  std::mt19937 random(20250101);
  for (int i = 0; i < 10'000; ++i) {
    Line line = kLine;
    std::string& victim = line[random() % line.size()];
    const std::size_t at = victim.empty() ? 0 : random() % victim.size();
    if (random() % 2 == 0) {
      victim[at] = characters[random() % characters.size()];
    } else {
      victim.insert(at, 1, characters[random() % characters.size()]);
    }
    const auto parsed = parseHelperArguments(line, false);
    if (parsed) CHECK(formatHelperArguments(*parsed) == line);
  }
}
