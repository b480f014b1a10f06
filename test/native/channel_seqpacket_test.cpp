// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <thread>
#include <vector>

#include "channel/linux/seqpacket_channel.h"

using namespace interface_panel;

namespace {

constexpr std::uint64_t kPatience = 60'000;

/// A channel over one end, and the other end bare.
struct Pair {
  FileDescriptor bare;
  std::unique_ptr<Channel> channel;

  void sendBytes(const std::vector<std::uint8_t>& bytes) const {
    REQUIRE(send(bare.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(bytes.size()));
  }
};

Pair makePair() {
  auto ends = makeSeqpacketPair();
  REQUIRE(ends.ok());
  auto channel = SeqpacketChannel::adopt(std::move(ends->second));
  REQUIRE(channel.ok());
  return {std::move(ends->first), std::move(channel).value()};
}

Frame filled(std::uint8_t byte) {
  Frame frame;
  frame.fill(byte);
  return frame;
}

ReceiveStatus receiveStatus(Channel& channel, std::uint64_t timeout = kPatience) {
  Frame frame;
  return channel.receive(frame, timeout);
}

int openDescriptors() {
  int count = 0;
  for (int descriptor = 0; descriptor < 256; ++descriptor) {
    count += fcntl(descriptor, F_GETFD) >= 0 ? 1 : 0;
  }
  return count;
}

}  // namespace

TEST_CASE("Frames arrive whole and in order") {
  const Pair pair = makePair();
  for (std::uint8_t i = 0; i < 10; ++i) pair.sendBytes(std::vector<std::uint8_t>(64, i));
  for (std::uint8_t i = 0; i < 10; ++i) {
    Frame frame;
    CHECK(pair.channel->receive(frame, kPatience) == ReceiveStatus::frame);
    CHECK(frame == filled(i));
  }
}

TEST_CASE("A message of another length is malformed, however long, and the next frame is whole") {
  const Pair pair = makePair();
  for (const std::size_t size : {1U, 8U, 63U, 65U, 80U, 4096U, 100'000U}) {
    pair.sendBytes(std::vector<std::uint8_t>(size, 1));
    pair.sendBytes(std::vector<std::uint8_t>(64, 2));
    CHECK(receiveStatus(*pair.channel) == ReceiveStatus::malformed);
    Frame frame;
    CHECK(pair.channel->receive(frame, kPatience) == ReceiveStatus::frame);
    CHECK(frame == filled(2));
  }
}

TEST_CASE("A frame with a descriptor attached is malformed, and the descriptor is not kept") {
  const Pair pair = makePair();
  const int openBefore = openDescriptors();
  Frame frame = filled(1);
  iovec part{frame.data(), frame.size()};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  const int passed = STDERR_FILENO;
  std::memcpy(CMSG_DATA(header), &passed, sizeof passed);
  REQUIRE(sendmsg(pair.bare.get(), &message, 0) == 64);
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::malformed);
  CHECK(openDescriptors() == openBefore);
}

TEST_CASE("A zero-length message ends the conversation") {
  const Pair pair = makePair();
  REQUIRE(send(pair.bare.get(), "", 0, 0) == 0);
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::ended);
}

TEST_CASE("The end is told once, after the frames before it, and then waited out") {
  Pair pair = makePair();
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  pair.bare = FileDescriptor();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::frame);
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::ended);
  CHECK(receiveStatus(*pair.channel, 1) == ReceiveStatus::timedOut);
  pair.channel->interrupt();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::interrupted);
}

TEST_CASE("The last frames of a peer arrive although it left frames of ours unread") {
  Pair pair = makePair();
  REQUIRE(pair.channel->send(filled(9), kPatience));
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  pair.sendBytes(std::vector<std::uint8_t>(64, 2));
  pair.bare = FileDescriptor();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::frame);
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::frame);
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::ended);
}

TEST_CASE("A wait ends at its time-out") {
  const Pair pair = makePair();
  CHECK(receiveStatus(*pair.channel, 0) == ReceiveStatus::timedOut);
  CHECK(receiveStatus(*pair.channel, 1) == ReceiveStatus::timedOut);
}

TEST_CASE("An interrupt ends the wait, or the next one, and comes before a frame") {
  const Pair pair = makePair();
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  pair.channel->interrupt();
  pair.channel->interrupt();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::interrupted);
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::frame);

  std::thread other([&] { pair.channel->interrupt(); });
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::interrupted);
  other.join();
}

TEST_CASE("A peer that does not read fails the send instead of blocking it for ever") {
  const Pair pair = makePair();
  std::size_t sent = 0;
  while (pair.channel->send(filled(1), 1)) {
    ++sent;
    REQUIRE(sent < 1'000'000);
  }
  CHECK(sent > 0);
}

TEST_CASE("A send waits for a slow reader") {
  const Pair pair = makePair();
  constexpr std::size_t kFrames = 5000;
  std::thread reader([&] {
    std::array<std::uint8_t, 64> bytes{};
    for (std::size_t i = 0; i < kFrames; ++i) {
      CHECK(recv(pair.bare.get(), bytes.data(), bytes.size(), 0) == 64);
    }
  });
  for (std::size_t i = 0; i < kFrames; ++i) CHECK(pair.channel->send(filled(1), kPatience));
  reader.join();
}

TEST_CASE("A send to a peer that is gone fails and raises no signal") {
  Pair pair = makePair();
  pair.bare = FileDescriptor();
  CHECK_FALSE(pair.channel->send(filled(1), kPatience));
}

TEST_CASE("Shutting down ends the conversation for both sides") {
  const Pair pair = makePair();
  pair.channel->shutDown();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::ended);
  std::array<std::uint8_t, 64> bytes{};
  CHECK(recv(pair.bare.get(), bytes.data(), bytes.size(), 0) == 0);
}
