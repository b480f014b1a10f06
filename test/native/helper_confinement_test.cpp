// SPDX-License-Identifier: MIT
// What the kernel keeps a confined process from; helper_elevated_test.cpp asks the same of the
// helper.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <thread>

#include "helper/linux/call_confinement.h"
#include "helper/linux/file_confinement.h"
#include "in_child.h"

using namespace interface_panel;

namespace {

bool makePowerless() {
  return setresuid(65534, 65534, 65534) == 0 && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0;
}

bool opens(const char* path, int flags) {
  const int descriptor = open(path, flags | O_CLOEXEC);
  if (descriptor >= 0) close(descriptor);
  return descriptor >= 0;
}

bool opensSocket(int family) {
  const int descriptor = socket(family, SOCK_RAW | SOCK_CLOEXEC, 0);
  if (descriptor >= 0) close(descriptor);
  return descriptor >= 0;
}

}  // namespace

TEST_CASE(
    "The settings of interfaces stay open to a confined process and its later threads, no other "
    "file") {
  CHECK(inChild([] {
    if (!confineFilesToSettings()) return false;
    bool held = false;
    std::thread([&held] {
      held = opens("/proc/sys/net/ipv4/conf/lo/forwarding", O_RDWR) &&
             opens("/proc/sys/net/ipv6/neigh/lo/retrans_time_ms", O_RDWR) &&
             !opens("/proc/sys/net/ipv4/ip_forward", O_RDWR) && errno == EACCES &&
             !opens("/etc/passwd", O_RDONLY) && errno == EACCES;
    }).join();
    return held;
  }));
}

TEST_CASE("What was open before stays usable") {
  CHECK(inChild([] {
    const int zero = open("/dev/zero", O_RDONLY | O_CLOEXEC);
    char byte = 1;
    return confineFilesToSettings() && read(zero, &byte, 1) == 1 && byte == 0;
  }));
}

TEST_CASE("Calls are confined on every thread, those included that run already") {
  CHECK(inChild([] {
    std::atomic<bool> confined = false;
    std::atomic<bool> refused = false;
    std::thread other([&] {
      while (!confined) std::this_thread::yield();
      refused = opensSocket(AF_NETLINK) && !opensSocket(AF_INET) && errno == EPERM;
    });
    const bool done = confineCallsToConversation();
    confined = true;
    other.join();
    return done && refused && fork() == -1 && errno == EPERM;
  }));
}

TEST_CASE("A keeper besides takes locks and makes Unix sockets, and no others") {
  CHECK(inChild([] {
    const int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    return confineCallsToKeeping() && flock(file, LOCK_EX) == 0 && opensSocket(AF_NETLINK) &&
           opensSocket(AF_UNIX) && !opensSocket(AF_INET) && errno == EPERM &&
           !opensSocket(AF_PACKET) && fork() == -1 && errno == EPERM;
  }));
  CHECK(inChild([] {
    const int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    return confineCallsToConversation() && flock(file, LOCK_EX) == -1 && errno == EPERM &&
           !opensSocket(AF_UNIX);
  }));
}

TEST_CASE("Who may not confine itself is told, and does not go on unconfined") {
  CHECK(inChild([] { return makePowerless() && !confineFilesToSettings(); }));
  CHECK(inChild([] { return makePowerless() && !confineCallsToConversation(); }));
}
