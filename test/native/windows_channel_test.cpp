// SPDX-License-Identifier: MIT
// Frames over a pipe: edges, time-outs and ends.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
#include <windows.h>

#include <string>
#include <thread>
#include <vector>

#include "channel/windows/command_line.h"
#include "channel/windows/pipe_channel.h"
#include "windows_import_double.h"

// After windows.h, which it needs.
#include <shellapi.h>

using namespace interface_panel;

namespace {

constexpr std::uint64_t kPatience = 60'000;

/// A channel over the server's end of a pipe, and the client's end bare.
struct Pair {
  Handle bare;
  std::unique_ptr<Channel> channel;

  void sendBytes(const std::vector<std::uint8_t>& bytes) const {
    DWORD written = 0;
    REQUIRE(
        WriteFile(bare.get(), bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr));
    REQUIRE(written == bytes.size());
  }
};

Pair makePair() {
  static int number = 0;
  const std::wstring name = L"\\\\.\\pipe\\InterfacePanel-test-" +
                            std::to_wstring(GetCurrentProcessId()) + L"-" +
                            std::to_wstring(++number);
  Handle server(CreateNamedPipeW(name.c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED,
                                 PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE, 1, 512, 512, 0,
                                 nullptr));
  REQUIRE(server.valid());
  Handle bare(CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0,
                          nullptr));
  REQUIRE(bare.valid());
  DWORD mode = PIPE_READMODE_MESSAGE;
  REQUIRE(SetNamedPipeHandleState(bare.get(), &mode, nullptr, nullptr));
  auto channel = PipeChannel::adopt(std::move(server));
  REQUIRE(channel.ok());
  return {std::move(bare), std::move(channel).value()};
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

}  // namespace

TEST_CASE("Frames arrive whole and in order") {
  const Pair pair = makePair();
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  pair.sendBytes(std::vector<std::uint8_t>(64, 2));
  for (const std::uint8_t byte : {std::uint8_t{1}, std::uint8_t{2}}) {
    Frame frame;
    REQUIRE(pair.channel->receive(frame, kPatience) == ReceiveStatus::frame);
    CHECK(frame == filled(byte));
  }
}

TEST_CASE("A message of another length than a frame is malformed") {
  for (const std::size_t length :
       {std::size_t{1}, std::size_t{63}, std::size_t{65}, std::size_t{80}, std::size_t{512}}) {
    CAPTURE(length);
    const Pair pair = makePair();
    pair.sendBytes(std::vector<std::uint8_t>(length, 7));
    CHECK(receiveStatus(*pair.channel) == ReceiveStatus::malformed);
  }
}

TEST_CASE("After a message that is too long nothing more is read") {
  const Pair pair = makePair();
  pair.sendBytes(std::vector<std::uint8_t>(128, 7));
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::malformed);
  CHECK(receiveStatus(*pair.channel, 0) == ReceiveStatus::timedOut);
}

TEST_CASE("A frame is sent as one message") {
  const Pair pair = makePair();
  REQUIRE(pair.channel->send(filled(5), kPatience));
  std::vector<std::uint8_t> bytes(512);
  DWORD size = 0;
  REQUIRE(
      ReadFile(pair.bare.get(), bytes.data(), static_cast<DWORD>(bytes.size()), &size, nullptr));
  CHECK(size == 64);
  CHECK(bytes[63] == 5);
}

TEST_CASE("A wait for a frame ends with its time") {
  const Pair pair = makePair();
  CHECK(receiveStatus(*pair.channel, 0) == ReceiveStatus::timedOut);
  CHECK(receiveStatus(*pair.channel, 20) == ReceiveStatus::timedOut);
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::frame);
}

TEST_CASE("A peer that does not read holds a sender for its time and no longer") {
  const Pair pair = makePair();
  bool sent = true;
  // The pipe takes a few frames, however small its quota.
  for (int i = 0; i < 10'000 && sent; ++i) sent = pair.channel->send(filled(1), 20);
  CHECK_FALSE(sent);
}

TEST_CASE("An interrupt wakes a receiver, and is not lost before it waits") {
  const Pair pair = makePair();
  pair.channel->interrupt();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::interrupted);
  std::thread waker([&] { pair.channel->interrupt(); });
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::interrupted);
  waker.join();
}

TEST_CASE("A peer that goes is told once") {
  Pair pair = makePair();
  pair.bare = Handle();
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::ended);
  CHECK(receiveStatus(*pair.channel, 0) == ReceiveStatus::timedOut);
  CHECK_FALSE(pair.channel->send(filled(1), kPatience));
}

TEST_CASE("Shutting down ends the conversation for both sides") {
  const Pair pair = makePair();
  std::thread closer([&] { pair.channel->shutDown(); });
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::ended);
  closer.join();
  std::uint8_t byte = 0;
  DWORD size = 0;
  CHECK_FALSE(ReadFile(pair.bare.get(), &byte, 1, &size, nullptr));
}

int earlySignals = 0;

/// Signals the event of the operation under way once before it is over.
DWORD WINAPI signalEarly(DWORD count, const HANDLE* handles, BOOL all, DWORD timeout) {
  constexpr std::size_t kOfRead = 1;
  if (earlySignals++ == 0) SetEvent(handles[count > 2 ? kOfRead : 0]);
  return WaitForMultipleObjectsEx(count, handles, all, timeout, FALSE);
}

TEST_CASE("An event that is signalled before its operation is over ends nothing") {
  const Pair pair = makePair();
  const test::ImportDouble waits("WaitForMultipleObjects", signalEarly);
  earlySignals = 0;
  CHECK(receiveStatus(*pair.channel, 20) == ReceiveStatus::timedOut);
  pair.sendBytes(std::vector<std::uint8_t>(64, 1));
  CHECK(receiveStatus(*pair.channel) == ReceiveStatus::frame);
  CHECK(earlySignals > 2);

  // Until one does not go out at once.
  bool sent = true;
  for (int i = 0; i < 10'000 && sent; ++i) {
    earlySignals = 0;
    sent = pair.channel->send(filled(1), 20);
  }
  CHECK(earlySignals == 2);
}

TEST_CASE("The system splits a command line into what was joined") {
  const std::vector<std::string> arguments{
      "--s", "C:\\a folder\\", "quoted \"name\"", "back\\\\\"slash", "", "ta\tb", "\xC3\xA4&%^"};
  int count = 0;
  LPWSTR* split = CommandLineToArgvW((L"program.exe " + joinArguments(arguments)).c_str(), &count);
  REQUIRE(split != nullptr);
  REQUIRE(count == static_cast<int>(arguments.size()) + 1);
  for (std::size_t i = 0; i < arguments.size(); ++i) CHECK(split[i + 1] == wideText(arguments[i]));
  LocalFree(split);
}
