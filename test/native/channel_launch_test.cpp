// SPDX-License-Identifier: MIT
// How a helper is started and how its end is told, with small programs in its place.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "channel/helper_launch.h"

using namespace interface_panel;

namespace {

/// A shell script in the place of the helper, in a folder of its own.
class Script {
 public:
  explicit Script(const std::string& body) {
    std::string pattern = (std::filesystem::temp_directory_path() / "launch-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::ofstream(path()) << "#!/bin/sh\n" << body << "\n";
    REQUIRE(chmod(path().c_str(), 0700) == 0);
  }
  ~Script() { std::filesystem::remove_all(folder_); }
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "helper").string(); }

 private:
  std::filesystem::path folder_;
};

HelperExit run(const std::string& body) {
  const Script script(body);
  auto launch = HelperLaunch::start({.helperPath = script.path()});
  REQUIRE(launch.ok());
  return launch.value()->waitForExit();
}

std::string firstLine(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

/// Process id of the one child that this thread has started and that still runs.
std::string onlyChild() {
  const std::string self = std::to_string(getpid());
  std::string child = firstLine("/proc/" + self + "/task/" + self + "/children");
  REQUIRE(child.find(' ') == child.size() - 1);
  child.pop_back();
  return child;
}

using Descriptors = std::map<std::string, std::string>;

/// What each descriptor of a process leads to, without its number.
Descriptors descriptorsOf(const std::filesystem::path& process) {
  Descriptors descriptors;
  for (const auto& entry : std::filesystem::directory_iterator(process / "fd")) {
    std::error_code closed;
    const std::string target = std::filesystem::read_symlink(entry.path(), closed).string();
    if (!closed) {
      descriptors[entry.path().filename().string()] = target.substr(0, target.find(':'));
    }
  }
  return descriptors;
}

}  // namespace

TEST_CASE("A helper gets the protocol's arguments, with our process id and the plan's hash") {
  HelperCommand command;
  command.planHash.fill(0x5A);
  const Script script("echo \"$#:$1 $2 $3:$5 $6 $7 $8\" >&2; echo \"$4\" | wc -c >&2");
  command.helperPath = script.path();
  auto launch = HelperLaunch::start(command);
  REQUIRE(launch.ok());
  std::string hash;
  for (int i = 0; i < 32; ++i) hash += "5a";
  CHECK(launch.value()->waitForExit().errorOutput ==
        "8:--v 1 --n:--p " + std::to_string(getpid()) + " --h " + hash + "\n33\n");
}

TEST_CASE("No two launches have the same nonce") {
  CHECK(run("echo $4 >&2").errorOutput != run("echo $4 >&2").errorOutput);
}

TEST_CASE("A helper starts in the root folder with a socket, no other descriptor, no environment") {
  setenv("HELPER_CANARY", "seen", 1);
  const int canary = open("/dev/null", O_RDONLY);
  REQUIRE(canary > 2);
  // cat reads the socket until it is closed; meanwhile we look at it from outside.
  const Script script("exec cat");
  auto launch = HelperLaunch::start({.helperPath = script.path()});
  REQUIRE(launch.ok());
  const std::filesystem::path process = "/proc/" + onlyChild();
  // The kernel names the process first and shows its new environment a moment later.
  while (firstLine(process / "comm") != "cat" || firstLine(process / "environ").empty()) {
    usleep(1000);
  }

  CHECK(std::filesystem::read_symlink(process / "cwd") == "/");
  CHECK(firstLine(process / "environ").rfind("PATH=/usr/sbin:/usr/bin", 0) == 0);
  CHECK(firstLine(process / "environ").find("CANARY") == std::string::npos);
  const Descriptors expected{{"0", "socket"}, {"1", "/dev/null"}, {"2", "pipe"}};
  // The loader still opens and closes libraries for a moment.
  for (int tries = 0; tries < 5000 && descriptorsOf(process) != expected; ++tries) usleep(1000);
  CHECK(descriptorsOf(process) == expected);
  close(canary);
  unsetenv("HELPER_CANARY");
}

TEST_CASE("Signals that the app ignores or blocks reach the helper as usual") {
  signal(SIGTERM, SIG_IGN);
  CHECK(run("kill -TERM $$; exit 0").signal == SIGTERM);
  signal(SIGTERM, SIG_DFL);
}

TEST_CASE("The exit code is told as it is, pkexec's own included") {
  for (const int code : {0, 4, 13, 126, 127, 255}) {
    CHECK(run("exit " + std::to_string(code)).code == code);
  }
}

TEST_CASE("The error output is kept up to a bound and read to its end") {
  const HelperExit exit = run("head -c 1000000 /dev/zero | tr '\\0' x >&2; exit 3");
  CHECK(exit.errorOutput == std::string(4096, 'x'));
  CHECK(exit.code == 3);
}

TEST_CASE("A helper that is not there is an error that names it") {
  const auto launch = HelperLaunch::start({.helperPath = "/nonexistent/helper"});
  REQUIRE_FALSE(launch.ok());
  CHECK(launch.error().name == "ENOENT");
  CHECK(launch.error().call == "/nonexistent/helper");
}

TEST_CASE("A helper that is no program is an error") {
  const Script script("");
  REQUIRE(chmod(script.path().c_str(), 0600) == 0);
  const auto launch = HelperLaunch::start({.helperPath = script.path()});
  REQUIRE_FALSE(launch.ok());
  CHECK(launch.error().name == "EACCES");
}

TEST_CASE("A helper that waits can be ended by force") {
  const Script script("exec sleep 1000");
  auto launch = HelperLaunch::start({.helperPath = script.path()});
  REQUIRE(launch.ok());
  CHECK(launch.value()->kill());
  CHECK(launch.value()->waitForExit().signal == SIGKILL);
  CHECK_FALSE(launch.value()->kill());
}

TEST_CASE("A launch that is given up closes the channel and leaves no zombie") {
  // cat reads the socket to its end.
  const Script script("exec cat");
  {
    auto launch = HelperLaunch::start({.helperPath = script.path()});
    REQUIRE(launch.ok());
  }
  // Every child is reaped in the background: there is none to wait for then. We only look: whoever
  // waits here without WNOWAIT reaps the child itself when it comes first.
  siginfo_t left{};
  while (waitid(P_ALL, 0, &left, WEXITED | WNOHANG | WNOWAIT) == 0) usleep(1000);
  const int error = errno;
  CHECK(error == ECHILD);
}
