// SPDX-License-Identifier: MIT
// Who is taken for the app, each check with a case in which it refuses.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <functional>

#include "channel/linux/seqpacket_channel.h"
#include "helper/linux/peer.h"

using namespace interface_panel;

namespace {

/// Whether a child takes us for the app, over the second end of a pair we made.
bool childAccepts(const std::function<void(int)>& inChild, std::uint32_t claimed,
                  int type = SOCK_SEQPACKET) {
  std::array<int, 2> ends{};
  REQUIRE(socketpair(AF_UNIX, type, 0, ends.data()) == 0);
  const FileDescriptor ours(ends[0]);
  const FileDescriptor childs(ends[1]);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    inChild(childs.get());
    _exit(isApp(childs.get(), claimed) ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status) == 0;
}

std::uint32_t self() { return static_cast<std::uint32_t>(getpid()); }

}  // namespace

TEST_CASE("The app that made the socket pair and started us is accepted") {
  CHECK(childAccepts([](int) {}, self()));
}

TEST_CASE("Another process id than the maker's and parent's is refused") {
  CHECK_FALSE(childAccepts([](int) {}, self() + 1));
  CHECK_FALSE(childAccepts([](int) {}, 1));
  CHECK_FALSE(childAccepts([](int) {}, 0));
  CHECK_FALSE(childAccepts([](int) {}, 0xFFFFFFFF));
}

TEST_CASE("Another kind of socket, or no socket, is refused") {
  CHECK_FALSE(childAccepts([](int) {}, self(), SOCK_STREAM));
  CHECK_FALSE(childAccepts([](int) {}, self(), SOCK_DGRAM));
  CHECK_FALSE(
      childAccepts([](int descriptor) { dup2(open("/dev/null", O_RDWR), descriptor); }, self()));
  CHECK_FALSE(childAccepts([](int descriptor) { close(descriptor); }, self()));
}

TEST_CASE("A pair that a child made itself is refused: its maker is not the parent") {
  CHECK_FALSE(childAccepts(
      [](int descriptor) {
        auto pair = makeSeqpacketPair();
        dup2(pair->first.get(), descriptor);
      },
      self()));
}

TEST_CASE("A grandchild is refused: its parent is not the maker") {
  CHECK_FALSE(childAccepts(
      [](int) {
        const pid_t grandchild = fork();
        if (grandchild == 0) return;
        int status = 0;
        waitpid(grandchild, &status, 0);
        _exit(WEXITSTATUS(status));
      },
      self()));
}

TEST_CASE("The user that pkexec names must be the one who made the pair") {
  REQUIRE(getuid() == 0);
  CHECK(childAccepts([](int) { setenv("PKEXEC_UID", "0", 1); }, self()));
  for (const char* user : {"1", "1000", "", "root", "0x0", "-0", " 0", "0 ", "4294967296"}) {
    CAPTURE(user);
    CHECK_FALSE(childAccepts([&](int) { setenv("PKEXEC_UID", user, 1); }, self()));
  }
}

TEST_CASE("Who runs as another user than the app, without pkexec, is refused") {
  REQUIRE(getuid() == 0);
  CHECK_FALSE(childAccepts([](int) { REQUIRE(setresuid(65534, 65534, 65534) == 0); }, self()));
  // An ordinary user cannot pretend that pkexec started the helper.
  CHECK_FALSE(childAccepts(
      [](int) {
        setenv("PKEXEC_UID", "0", 1);
        REQUIRE(setresuid(65534, 65534, 65534) == 0);
      },
      self()));
}
