// SPDX-License-Identifier: MIT
// The real helper on the real kernel, in a network namespace of its own.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include "lasting/lasting_codec.h"
#include "lasting/linux/lasting_folder.h"
#include "launched_helper.h"
#include "stack/linux/linux_stack.h"

using namespace interface_panel;

namespace {

void run(const std::string& command) { REQUIRE(std::system(command.c_str()) == 0); }

/// Two veth links and an empty place for lasting settings, in namespaces that this process then
/// lives in.
void enterNamespace() {
  static const bool entered = [] {
    REQUIRE(unshare(CLONE_NEWNET | CLONE_NEWNS) == 0);
    run("mount --make-rprivate / && mount -t tmpfs -o mode=0755 none /var/lib");
    std::filesystem::create_directory(kLastingFolder);
    run("ip link add helper0 type veth peer name helper1");
    run("ip link set helper0 up && ip link set helper1 up");
    return true;
  }();
  REQUIRE(entered);
}

std::uint64_t luidOf(const std::string& name) {
  const auto snapshot = makeLinuxStack()->snapshot();
  REQUIRE(snapshot.ok());
  for (const Adapter& adapter : snapshot->adapters) {
    if (adapter.alias == std::u16string(name.begin(), name.end())) return adapter.luid;
  }
  FAIL("no adapter " << name);
  return 0;
}

ScriptedPlan lastingMtuPlan() {
  const AdapterName name{"helper0", 6, {}};
  return ScriptedPlan(600)
      .set(luidOf("helper0"), Field::NlMtu, 1500, 1400)
      .lasting({Field::NlMtu, Family::ipv4, luidOf("helper0"), std::nullopt, 1400,
                settingId(name, Family::ipv4, Field::NlMtu)});
}

/// What lasts on this computer.
LastingSettings lastingSettings() {
  const auto bytes = openLastingPlace()->read().settings;
  return bytes ? std::get<LastingSettings>(decodeSettings(*bytes)) : LastingSettings();
}

ScriptedPlan mtuPlan() {
  return ScriptedPlan(600).set(luidOf("helper0"), Field::NlMtu, 1500, 1400);
}

/// A process of some user that holds a name such as helpers lock the network namespace with.
class NameHolder {
 public:
  explicit NameHolder(uid_t user) {
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    child_ = fork();
    if (child_ == 0) hold(user, ready[1]);
    char held = 0;
    REQUIRE(read(ready[0], &held, 1) == 1);
    REQUIRE(held == 'y');
    close(ready[0]);
    close(ready[1]);
  }
  NameHolder(const NameHolder&) = delete;
  NameHolder& operator=(const NameHolder&) = delete;
  ~NameHolder() {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }

 private:
  [[noreturn]] static void hold(uid_t user, int ready) {
    constexpr std::string_view name{"\0interface-panel-helper/0123", 28};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.data(), name.size());
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    const bool held =
        setuid(user) == 0 && bind(socket(AF_UNIX, SOCK_DGRAM, 0),
                                  reinterpret_cast<const sockaddr*>(&address), size) == 0;
    (void)!write(ready, held ? "y" : "n", 1);
    for (;;) pause();
  }

  pid_t child_ = 0;
};

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

/// A shell script that starts the helper in its own way.
class StarterScript {
 public:
  explicit StarterScript(const std::string& body) {
    std::string pattern = (std::filesystem::temp_directory_path() / "starter-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    std::ofstream(path()) << "#!/bin/sh\n" << body << "\n";
    std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
  }
  ~StarterScript() { std::filesystem::remove_all(folder_); }
  StarterScript(const StarterScript&) = delete;
  StarterScript& operator=(const StarterScript&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "helper").string(); }

 private:
  std::filesystem::path folder_;
};

/// One whose plan is prepared, and which waits for its commit.
class PreparedHelper {
 public:
  PreparedHelper() {
    helper_.sendPlan(plan_);
    helper_.await<PreparedMessage>();
  }

 private:
  static ScriptedPlan planInNamespace() {
    enterNamespace();
    return mtuPlan();
  }

  ScriptedPlan plan_ = planInNamespace();
  LaunchedHelper helper_{{}, plan_.hash()};
};

std::map<std::string, std::string> statusOf(const std::string& process) {
  std::ifstream status("/proc/" + process + "/status");
  std::map<std::string, std::string> values;
  for (std::string line; std::getline(status, line);) {
    const std::size_t colon = line.find(":\t");
    if (colon != std::string::npos) values[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return values;
}

bool isFolderOfSettings(const std::string& path) {
  if (path == "/sys/devices" || path == kLastingFolder) return true;
  for (const char* family : {"ipv4", "ipv6"}) {
    const std::string folder = std::string("/proc/sys/net/") + family;
    if (path == folder + "/conf" || path == folder + "/neigh") return true;
  }
  return false;
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

TEST_CASE("Under confinement the helper writes what is to last, once it is kept") {
  enterNamespace();
  const ScriptedPlan plan = lastingMtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  CHECK(lastingSettings().empty());
  helper.send(ConfirmMessage{});
  CHECK(helper.await<ConfirmedMessage>() == ConfirmedMessage{});
  const LastingSettings settings = lastingSettings();
  REQUIRE(settings.size() == 1);
  CHECK(settings[0].adapter.alias == "helper0");
  CHECK(settings[0].value == 1400);
  CHECK(settings[0].account == "anna");
  helper.checkEnds(ExitCode::success);
  run("ip link set helper0 mtu 1500 && rm /var/lib/interface-panel/lasting-settings");
}

TEST_CASE("A full disk at that moment is told, and the change is kept") {
  enterNamespace();
  run("mount -t tmpfs -o mode=0755,size=4k none /var/lib/interface-panel");
  run("head -c 4096 /dev/zero >/var/lib/interface-panel/full");
  const ScriptedPlan plan = lastingMtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  helper.send(ConfirmMessage{});
  const auto confirmed = helper.await<ConfirmedMessage>();
  CHECK(confirmed.unwritten);
  CHECK(confirmed.platform.name == "ENOSPC");
  helper.checkEnds(ExitCode::success);
  CHECK(hasMtu(1400));
  run("umount /var/lib/interface-panel && ip link set helper0 mtu 1500");
}

TEST_CASE("Where a file or a link has the place of what lasts, a helper still does its work") {
  enterNamespace();
  run("mv /var/lib/interface-panel /var/lib/aside");
  SUBCASE("a link") { run("ln -s /var/lib/aside /var/lib/interface-panel"); }
  SUBCASE("a file") { run("touch /var/lib/interface-panel"); }
  {
    const ScriptedPlan plan = mtuPlan();
    LaunchedHelper helper({}, plan.hash());
    helper.apply(plan);
    CHECK(hasMtu(1400));
    helper.send(RevertMessage{});
    helper.checkEnds(ExitCode::success);
  }
  {
    const ScriptedPlan plan = lastingMtuPlan();
    LaunchedHelper helper({}, plan.hash());
    helper.sendPlan(plan);
    CHECK(helper.await<RefusedMessage>().refusal == Refusal::lastingUnavailable);
  }
  CHECK(hasMtu(1500));
  run("rm /var/lib/interface-panel && mv /var/lib/aside /var/lib/interface-panel");
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
  const PreparedHelper helper;
  auto status = statusOf(helperProcess());
  const std::string netAdmin = "0000000000001000";
  CHECK(status["CapEff"] == netAdmin);
  CHECK(status["CapPrm"] == netAdmin);
  CHECK(status["CapBnd"] == netAdmin);
  CHECK(status["CapInh"] == "0000000000000000");
  CHECK(status["CapAmb"] == "0000000000000000");
  CHECK(status["NoNewPrivs"] == "1");
}

TEST_CASE("At work the helper has no file open but its lock and the folders of the settings") {
  const PreparedHelper helper;
  for (const auto& entry :
       std::filesystem::directory_iterator("/proc/" + helperProcess() + "/fd")) {
    const std::string target = std::filesystem::read_symlink(entry.path()).string();
    CAPTURE(target);
    const bool expected = target.rfind("socket:", 0) == 0 || target.rfind("pipe:", 0) == 0 ||
                          target == "anon_inode:[eventfd]" || target == "/dev/null" ||
                          target == "/proc/sys/net/ipv4/route/flush" || isFolderOfSettings(target);
    CHECK(expected);
  }
}

TEST_CASE("At work every thread of the helper is under a filter of system calls") {
  const PreparedHelper helper;
  const std::string process = helperProcess();
  for (const auto& thread : std::filesystem::directory_iterator("/proc/" + process + "/task")) {
    auto status = statusOf(process + "/task/" + thread.path().filename().string());
    CHECK(status["Seccomp"] == "2");
  }
}

TEST_CASE("A helper that is taken over cannot write elsewhere, start a program or open a socket") {
  enterNamespace();
  ScriptedPlan plan;
  plan.set(1U << 24U, Field::NlMtu, 1500, 1400);
  LaunchedHelper helper({}, plan.hash(), Consent::none, ESCAPING_HELPER);
  helper.sendPlan(plan);
  // Its stack refuses what it is asked for if only one of its tries succeeds.
  helper.await<PreparedMessage>();
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

TEST_CASE("So does one that sees another mount of /proc") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper first({}, plan.hash());
  first.sendPlan(plan);
  first.await<PreparedMessage>();
  const StarterScript starter(
      "exec unshare --mount sh -c 'mount -t proc proc /proc && exec " TESTED_HELPER
      " \"$@\"' sh \"$@\"");
  LaunchedHelper second({}, plan.hash(), Consent::none, starter.path());
  CHECK(second.waitForExit().code == static_cast<int>(ExitCode::busy));
}

TEST_CASE("A helper waits for who holds its lock for a moment, as a keeper does") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  constexpr std::chrono::milliseconds kMoment{700};
  const int lock = open("/proc/sys/net/ipv4/route/flush", O_WRONLY | O_CLOEXEC);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  const auto began = std::chrono::steady_clock::now();
  std::thread keeper([lock, kMoment] {
    std::this_thread::sleep_for(kMoment);
    close(lock);
  });
  LaunchedHelper helper({}, plan.hash());
  helper.sendPlan(plan);
  helper.await<PreparedMessage>();
  CHECK(std::chrono::steady_clock::now() - began >= kMoment);
  keeper.join();
}

TEST_CASE("Names that another user holds keep no helper from its work") {
  enterNamespace();
  const NameHolder holder(4711);
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.sendPlan(plan);
  helper.await<PreparedMessage>();
}

TEST_CASE("One that root holds does: it is another helper's") {
  enterNamespace();
  const NameHolder holder(0);
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  CHECK(helper.waitForExit().code == static_cast<int>(ExitCode::busy));
}

TEST_CASE("Every signal that asks a helper to end takes everything back, real-time ones included") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  std::set<int> signals{SIGHUP,    SIGINT, SIGQUIT, SIGUSR1, SIGUSR2,   SIGALRM, SIGTERM,
                        SIGSTKFLT, SIGPWR, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO};
  for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal) signals.insert(signal);
  for (const int signal : signals) {
    CAPTURE(signal);
    LaunchedHelper helper({}, plan.hash());
    helper.apply(plan);
    run("kill -" + std::to_string(signal) + " " + helperProcess());
    CHECK(helper.await<RevertedMessage>().cause == RevertCause::toldToStop);
    helper.checkEnds(ExitCode::success);
    CHECK(hasMtu(1500));
  }
}

TEST_CASE("Signals that would stop a helper, or mean nothing to it, leave it at its work") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  // 32 and 33 are the two that the C library keeps for itself.
  for (const int signal :
       {SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGCHLD, SIGWINCH, SIGURG, SIGCONT, 32, 33}) {
    run("kill -" + std::to_string(signal) + " " + helperProcess());
  }
  CHECK(hasMtu(1400));
  helper.send(RevertMessage{});
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::asked);
  helper.checkEnds(ExitCode::success);
  CHECK(hasMtu(1500));
}

TEST_CASE("Started with every signal ignored and blocked a helper still takes back when told") {
  enterNamespace();
  const ScriptedPlan plan = mtuPlan();
  const std::string hostile = "env --ignore-signal --block-signal " TESTED_HELPER;
  const StarterScript starter("exec " + hostile + " \"$@\"");
  LaunchedHelper helper({}, plan.hash(), Consent::none, starter.path());
  helper.apply(plan);
  run("kill -TERM " + helperProcess());
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::toldToStop);
  helper.checkEnds(ExitCode::success);
  CHECK(hasMtu(1500));
}

TEST_CASE("At work the helper has a session of its own, out of reach of the app's terminal") {
  const PreparedHelper helper;
  const std::string process = helperProcess();
  run("test $(ps -o sid= -p " + process + ") -eq " + process);
  run("test $(ps -o tty= -p " + process + ") = '?'");
}
