// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <regex>
#include <string>
#include <utility>
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

namespace {

/// The grammar once more, by other means: a regular expression over the whole line.
bool isInGrammar(const Line& line) {
  static const std::regex grammar(
      R"(--v\n1\n--n\n[0-9a-f]{32}\n--p\n[1-9][0-9]{0,9}\n--h\n[0-9a-f]{64})");
  if (line.size() != kLine.size()) return false;
  std::string whole;
  for (const std::string& argument : line) {
    if (argument.find('\n') != std::string::npos) return false;
    whole += (whole.empty() ? "" : "\n") + argument;
  }
  constexpr std::uint64_t kLargestId = 0xFFFFFFFF;
  return std::regex_match(whole, grammar) && std::stoull(line[5]) <= kLargestId;
}

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  /// A good line bent in a few places, or left as it is but for another process id.
  Line line() {
    Line line = kLine;
    line[5] = std::to_string(random_());
    for (std::size_t times = below(4); times > 0; --times) bend(line);
    return line;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  std::string text() {
    static const std::vector<std::string> notorious{"",
                                                    "--v",
                                                    "--help",
                                                    "\0",
                                                    "\n",
                                                    "1\n--n",
                                                    "4294967295",
                                                    "4294967296",
                                                    "0",
                                                    "-1",
                                                    "%s%n",
                                                    "\\\\host\\pipe\\x",
                                                    "../../etc/passwd",
                                                    "\xE2\x80\xAE",
                                                    std::string(100'000, '1')};
    return notorious[below(notorious.size())];
  }

  void bend(Line& line) {
    const std::size_t at = below(line.size());
    switch (below(7)) {
      case 0:
        return bendCharacter(line[at]);
      case 1:
        line[at] = text();
        return;
      case 2:
        line.insert(line.begin() + static_cast<std::ptrdiff_t>(at), text());
        return;
      case 3:
        if (line.size() > 1) line.erase(line.begin() + static_cast<std::ptrdiff_t>(at));
        return;
      case 4:
        return std::swap(line[at], line[below(line.size())]);
      case 5:
        line.push_back(line[at]);
        return;
      default:
        line[at] += text();
    }
  }

  void bendCharacter(std::string& victim) {
    static const std::string characters = "0123456789abcdefABCDEF-vnphs /\\.\"'%&\x80";
    const char character = characters[below(characters.size())];
    const std::size_t at = victim.empty() ? 0 : below(victim.size());
    if (victim.empty() || below(2) == 0) {
      victim.insert(at, 1, character);
    } else {
      victim[at] = character;
    }
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("Of lines bent at random exactly those of the grammar are taken, as they stand") {
  Mutator mutator(20250101);
  int taken = 0;
  for (int i = 0; i < 10'000; ++i) {
    const Line line = mutator.line();
    const auto parsed = parseHelperArguments(line, false);
    CHECK(parsed.has_value() == isInGrammar(line));
    if (!parsed) continue;
    CHECK(formatHelperArguments(*parsed) == line);
    ++taken;
  }
  CHECK(taken > 1000);
}
