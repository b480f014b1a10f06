// SPDX-License-Identifier: MIT
// What the real helper writes to the system's log, which a socket of the test stands for in a mount
// namespace of its own.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "launched_helper.h"
#include "stack/linux/file_descriptor.h"
#include "stack/linux/linux_stack.h"

using namespace interface_panel;

namespace {

void run(const std::string& command) { REQUIRE(std::system(command.c_str()) == 0); }

/// Namespaces with a link, and a /dev that holds nothing but /dev/null.
void enterNamespace() {
  static const bool entered = [] {
    REQUIRE(unshare(CLONE_NEWNET | CLONE_NEWNS) == 0);
    run("mount --make-rprivate / && mount -t tmpfs none /mnt && touch /mnt/null");
    run("mount --bind /dev/null /mnt/null && mount --move /mnt /dev");
    run("ip link add syslog0 type veth peer name syslog1 && ip link set syslog0 up");
    return true;
  }();
  REQUIRE(entered);
}

ScriptedPlan mtuPlan() {
  const auto snapshot = makeLinuxStack()->snapshot();
  REQUIRE(snapshot.ok());
  ScriptedPlan plan(600);
  for (const Adapter& adapter : snapshot->adapters) {
    if (adapter.alias == u"syslog0") plan.set(adapter.luid, Field::NlMtu, 1500, 1400);
  }
  return plan;
}

/// A system's log that this test hears.
class HeardSyslog {
 public:
  HeardSyslog() : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    constexpr sockaddr_un kAddress{.sun_family = AF_UNIX, .sun_path = "/dev/log"};
    REQUIRE(bind(socket_.get(), reinterpret_cast<const sockaddr*>(&kAddress), sizeof(kAddress)) ==
            0);
  }
  HeardSyslog(const HeardSyslog&) = delete;
  HeardSyslog& operator=(const HeardSyslog&) = delete;
  ~HeardSyslog() { std::filesystem::remove("/dev/log"); }

  /// What came until now.
  std::vector<std::string> lines() {
    std::vector<std::string> all;
    std::string line(4096, 0);
    ssize_t size = 0;
    while ((size = recv(socket_.get(), line.data(), line.size(), MSG_DONTWAIT)) > 0) {
      all.push_back(line.substr(0, static_cast<std::size_t>(size)));
    }
    return all;
  }

  /// Takes all that it takes without anybody who reads.
  void fill() {
    const FileDescriptor writer(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    constexpr sockaddr_un kAddress{.sun_family = AF_UNIX, .sun_path = "/dev/log"};
    while (sendto(writer.get(), "x", 1, 0, reinterpret_cast<const sockaddr*>(&kAddress),
                  sizeof(kAddress)) == 1) {
    }
  }

 private:
  FileDescriptor socket_;
};

void changeAndTakeBack(const ScriptedPlan& plan) {
  LaunchedHelper helper({}, plan.hash());
  helper.apply(plan);
  helper.send(RevertMessage{});
  helper.checkEnds(ExitCode::success);
}

}  // namespace

TEST_CASE("Confined, the helper tells the system's log that a transaction begins and how it ends") {
  enterNamespace();
  HeardSyslog syslog;
  const ScriptedPlan plan = mtuPlan();
  changeAndTakeBack(plan);
  const auto lines = syslog.lines();
  REQUIRE(lines.size() == 2);
  // LOG_AUTHPRIV and LOG_INFO.
  for (const std::string& line : lines) CHECK(line.starts_with("<86>interface-panel-helper["));
  const std::string app = " for process " + std::to_string(getpid());
  CHECK(lines[0].find(" begins," + app + ", build " + std::string(buildId())) != std::string::npos);
  CHECK(lines[1].find(" ends: as asked for") != std::string::npos);
}

TEST_CASE("So does it that it was started by somebody else than the app") {
  enterNamespace();
  HeardSyslog syslog;
  const std::string line = TESTED_HELPER " --v 1 --n " + std::string(32, '0') + " --p 1 --h " +
                           std::string(64, '0') + " </dev/null";
  CHECK(WEXITSTATUS(std::system(line.c_str())) == static_cast<int>(ExitCode::peerRefused));
  const auto lines = syslog.lines();
  REQUIRE(lines.size() == 1);
  // LOG_AUTHPRIV and LOG_WARNING.
  CHECK(lines[0].starts_with("<84>interface-panel-helper["));
}

TEST_CASE("A log that takes no more holds no helper up") {
  enterNamespace();
  HeardSyslog syslog;
  syslog.fill();
  changeAndTakeBack(mtuPlan());
  for (const std::string& line : syslog.lines()) CHECK(line == "x");
}

TEST_CASE("Where there is no log a helper does its work all the same") {
  enterNamespace();
  changeAndTakeBack(mtuPlan());
}
