// SPDX-License-Identifier: MIT
// The real helper on the real kernel, in a network namespace of its own.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <sched.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "launched_helper.h"
#include "stack/linux/settable_linux_stack.h"

using namespace interface_panel;

namespace {

void run(const std::string& command) { REQUIRE(std::system(command.c_str()) == 0); }

/// Two veth links in a namespace that this process then lives in.
void enterNamespace() {
  static const bool entered = [] {
    REQUIRE(unshare(CLONE_NEWNET) == 0);
    run("ip link add helper0 type veth peer name helper1");
    run("ip link set helper0 up && ip link set helper1 up");
    return true;
  }();
  REQUIRE(entered);
}

std::uint64_t luidOf(const std::string& name) {
  const auto snapshot = makeSettableLinuxStack()->snapshot();
  REQUIRE(snapshot.ok());
  for (const Adapter& adapter : snapshot->adapters) {
    if (adapter.alias == std::u16string(name.begin(), name.end())) return adapter.luid;
  }
  FAIL("no adapter " << name);
  return 0;
}

ScriptedPlan mtuPlan() {
  return ScriptedPlan(600).set(luidOf("helper0"), Field::NlMtu, 1500, 1400);
}

/// The link MTU as ip reads it, an independent witness.
bool hasMtu(int mtu) {
  const std::string command =
      "ip -o link show helper0 | grep -q ' mtu " + std::to_string(mtu) + " '";
  return std::system(command.c_str()) == 0;
}

/// Process id of the one helper that this thread has started and that still runs.
std::string helperProcess() {
  const std::string self = std::to_string(getpid());
  std::ifstream children("/proc/" + self + "/task/" + self + "/children");
  std::string process;
  children >> process;
  return process;
}

std::map<std::string, std::string> statusOf(const std::string& process) {
  std::ifstream status("/proc/" + process + "/status");
  std::map<std::string, std::string> values;
  for (std::string line; std::getline(status, line);) {
    const std::size_t colon = line.find(":\t");
    if (colon != std::string::npos) values[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return values;
}

}  // namespace

TEST_CASE("The helper changes the kernel and puts it back") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  CHECK(hasMtu(1400));
  helper.send(RevertMessage{});
  helper.await<RevertedMessage>();
  helper.checkEnds(ExitCode::success);
  CHECK(hasMtu(1500));
}

TEST_CASE("The kernel is as before when the app goes away") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  helper.closeChannel();
  CHECK(helper.waitForExit().code == 0);
  CHECK(hasMtu(1500));
}

TEST_CASE("At work the helper holds CAP_NET_ADMIN alone, in every set, and can gain nothing") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.sendPlan(plan);
  helper.await<PreparedMessage>();
  auto status = statusOf(helperProcess());
  const std::string netAdmin = "0000000000001000";
  CHECK(status["CapEff"] == netAdmin);
  CHECK(status["CapPrm"] == netAdmin);
  CHECK(status["CapBnd"] == netAdmin);
  CHECK(status["CapInh"] == "0000000000000000");
  CHECK(status["CapAmb"] == "0000000000000000");
  CHECK(status["NoNewPrivs"] == "1");
}

TEST_CASE("At work the helper has no file open but its lock") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.sendPlan(plan);
  helper.await<PreparedMessage>();
  for (const auto& entry :
       std::filesystem::directory_iterator("/proc/" + helperProcess() + "/fd")) {
    const std::string target = std::filesystem::read_symlink(entry.path()).string();
    CAPTURE(target);
    const bool expected = target.rfind("socket:", 0) == 0 || target.rfind("pipe:", 0) == 0 ||
                          target == "anon_inode:[eventfd]" || target == "/dev/null" ||
                          target == "/proc/sys/net/ipv4/route/flush";
    CHECK(expected);
  }
}

TEST_CASE("A helper without CAP_NET_ADMIN says so and does nothing") {
  const std::string line = TESTED_HELPER " --v 1 --n " + std::string(32, '0') + " --p 1 --h " +
                           std::string(64, '0') + " </dev/null";
  const std::string command = "setpriv --bounding-set -net_admin --inh-caps -net_admin " + line;
  CHECK(WEXITSTATUS(std::system(command.c_str())) == static_cast<int>(ExitCode::notPrivileged));
}

TEST_CASE("A second helper finds the first at work") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper first({}, plan.hash());
  first.sendPlan(plan);
  first.await<PreparedMessage>();
  LaunchedHelper second({}, plan.hash());
  CHECK(second.waitForExit().code == static_cast<int>(ExitCode::busy));
}

TEST_CASE("SIGTERM takes everything back") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  run("kill -TERM " + helperProcess());
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::toldToStop);
  helper.checkEnds(ExitCode::success);
  CHECK(hasMtu(1500));
}
