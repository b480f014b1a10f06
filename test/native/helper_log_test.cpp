// SPDX-License-Identifier: MIT
#include "helper/helper_log.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "transaction/build_id.h"

using namespace interface_panel;

namespace {

using Lines = std::vector<std::pair<LogLevel, std::string>>;

class ListedLog final : public Log {
 public:
  explicit ListedLog(Lines& lines) : lines_(lines) {}
  void write(LogLevel level, const std::string& line) override { lines_.emplace_back(level, line); }

 private:
  Lines& lines_;
};

HelperArguments someArguments() {
  HelperArguments arguments;
  arguments.appProcess = 4711;
  arguments.planHash = {0x1A, 0x2B, 0x3C, 0x4D, 0x5E};
  return arguments;
}

}  // namespace

TEST_CASE(
    "A helper tells which plan begins for whom, by the code that the window shows, and how it "
    "ends") {
  Lines lines;
  HelperLog log(std::make_unique<ListedLog>(lines));
  log.begins(someArguments());
  log.ends(ExitCode::success);
  CHECK(lines == Lines{{LogLevel::info,
                        "Plan 1A2B3C4D begins, for process 4711, build " + std::string(buildId())},
                       {LogLevel::info,
                        "Plan 1A2B3C4D ends: as asked for: kept, or everything as before (exit "
                        "code 0)"}});
}

TEST_CASE("What somebody should look at is a warning, whether something began or not") {
  Lines lines;
  HelperLog log(std::make_unique<ListedLog>(lines));
  log.ends(ExitCode::peerRefused);
  log.begins(someArguments());
  log.ends(ExitCode::hung);
  log.ends(ExitCode::refused);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == Lines::value_type(LogLevel::warning,
                                      "Nothing begins: it was not started by the app (exit code "
                                      "5)"));
  CHECK(lines[2].first == LogLevel::warning);
  CHECK(lines[2].second.starts_with("Plan 1A2B3C4D ends: a call of the system hung"));
  CHECK(lines[3].first == LogLevel::info);
}

TEST_CASE("An unexpected text cannot forge a line of the log") {
  Lines lines;
  HelperLog(std::make_unique<ListedLog>(lines)).failed("x\n<0>emergency");
  CHECK(lines == Lines{{LogLevel::warning, "Unexpected: x\\x0a<0>emergency"}});
}

TEST_CASE("Without a log nothing is told") {
  HelperLog log(nullptr);
  log.begins(someArguments());
  log.ends(ExitCode::success);
}
