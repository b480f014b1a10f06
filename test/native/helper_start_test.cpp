// SPDX-License-Identifier: MIT
// How the helper ends where a conversation never begins: each reason with its exit code.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <vector>

#include "channel/helper_arguments.h"
#include "channel/linux/seqpacket_channel.h"
#include "simulated_fixture.h"
#include "transaction/exit_code.h"

using namespace interface_panel;

namespace {

using Line = std::vector<std::string>;

/// A command line that would be taken from this process.
Line goodLine(const std::string& stateFile) {
  HelperArguments arguments;
  arguments.appProcess = static_cast<std::uint32_t>(getpid());
  arguments.stateFile = stateFile;
  return formatHelperArguments(arguments);
}

/// Starts the helper over a socket pair of ours; `inChild` runs right before it.
int exitCodeOf(
    const Line& line, const std::function<void()>& inChild = [] {}) {
  auto pair = makeSeqpacketPair();
  REQUIRE(pair.ok());
  std::string program = TESTED_HELPER;
  std::vector<char*> arguments{program.data()};
  Line values = line;
  for (std::string& value : values) arguments.push_back(value.data());
  arguments.push_back(nullptr);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    dup2(pair->second.get(), STDIN_FILENO);
    inChild();
    execv(program.c_str(), arguments.data());
    _exit(1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

int number(ExitCode code) { return static_cast<int>(code); }

}  // namespace

TEST_CASE("A command line that is not the protocol's ends the helper at once") {
  const simulated::SimulatedFixture fixture;
  const Line good = goodLine(fixture.file().string());
  CHECK(exitCodeOf({}) == number(ExitCode::argumentsRefused));
  CHECK(exitCodeOf({"--help"}) == number(ExitCode::argumentsRefused));
  for (std::size_t at = 0; at < good.size(); ++at) {
    CAPTURE(at);
    Line wrong = good;
    wrong[at].clear();
    CHECK(exitCodeOf(wrong) == number(ExitCode::argumentsRefused));
    wrong = good;
    wrong.erase(wrong.begin() + static_cast<std::ptrdiff_t>(at));
    CHECK(exitCodeOf(wrong) == number(ExitCode::argumentsRefused));
  }
}

TEST_CASE("A helper that the app did not start over its own channel refuses its peer") {
  const simulated::SimulatedFixture fixture;
  const Line good = goodLine(fixture.file().string());
  Line ofAnother = good;
  ofAnother[5] = std::to_string(getpid() + 1);
  CHECK(exitCodeOf(ofAnother) == number(ExitCode::peerRefused));
  CHECK(exitCodeOf(good, [] { dup2(open("/dev/null", O_RDWR), STDIN_FILENO); }) ==
        number(ExitCode::peerRefused));
}

TEST_CASE("A helper that cannot lock others out does not begin") {
  const simulated::SimulatedFixture fixture;
  const std::string nowhere = (fixture.folder() / "missing" / "network.sim").string();
  CHECK(exitCodeOf(goodLine(nowhere)) == number(ExitCode::internalFailure));
}
