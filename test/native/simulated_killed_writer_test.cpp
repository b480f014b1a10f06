// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

#include "simulated_fixture.h"
#include "stack/simulated/network_file.h"
#include "stack/simulated/simulated_stack.h"

// Processes that are killed at any point. What they leave must read as before or after a change.
namespace interface_panel::simulated {
namespace {

using Clock = std::chrono::steady_clock;

pid_t startChild(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  return child;
}

void killAndReap(pid_t child) {
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
}

bool waitUntil(const std::function<bool()>& condition) {
  const auto giveUp = Clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (Clock::now() >= giveUp) return false;
    std::this_thread::yield();
  }
  return true;
}

/// The times of both rows move together, in one change.
NetworkChange moveTogether(SimulatedNetwork& network) {
  for (const IpInterfaceKey& key : {kEthernet4, kEthernet6}) {
    std::int64_t& time = *findIpInterface(network.present, key)->value(Field::RetransmitTime);
    time = (time + 1) % 1'000'000;
  }
  return {{kEthernet4, kEthernet6}, false, false};
}

NetworkChange moveTogetherAndWriteAll(SimulatedNetwork& network) {
  NetworkChange change = moveTogether(network);
  change.everything = true;
  return change;
}

void expectWhole(const SimulatedFixture& fixture) {
  NetworkFile file(fixture.file());
  const Result<const SimulatedNetwork*> network = file.read();
  REQUIRE(network);
  const Snapshot& tables = network.value()->present;
  CHECK(findIpInterface(tables, kEthernet4)->value(Field::RetransmitTime) ==
        findIpInterface(tables, kEthernet6)->value(Field::RetransmitTime));
}

void killWriters(const SimulatedFixture& fixture, NetworkChange (*change)(SimulatedNetwork&)) {
  for (int round = 0; round < 10; ++round) {
    NetworkFile file(fixture.file());
    REQUIRE(file.read());
    const std::uint64_t generation = file.generation();
    const pid_t child = startChild([&] {
      NetworkFile own(fixture.file());
      while (own.update(change).ok()) continue;
    });
    const bool isWriting =
        waitUntil([&] { return file.read().ok() && file.generation() > generation + 3; });
    killAndReap(child);
    REQUIRE(isWriting);
    expectWhole(fixture);
    REQUIRE(file.update(change));
    expectWhole(fixture);
  }
}

TEST_CASE("writers killed while they append leave whole changes only") {
  const SimulatedFixture fixture;
  killWriters(fixture, moveTogether);
}

TEST_CASE("writers killed while they replace the file leave a whole file") {
  const SimulatedFixture fixture;
  killWriters(fixture, moveTogetherAndWriteAll);
}

TEST_CASE("a set that hangs holds no lock: others read and write, and the fault is used up") {
  SimulatedFixture fixture;
  REQUIRE(fixture.control({"hang-next-set"}) == kDone);
  const pid_t child = startChild([&] {
    static_cast<void>(fixture.stack()->set({kEthernet4, Field::Metric, 25, 3}).ok());
  });
  NetworkFile file(fixture.file());
  const bool isHanging = waitUntil([&] {
    const Result<const SimulatedNetwork*> network = file.read();
    return network.ok() && !network.value()->faults.hang;
  });
  CHECK(isHanging);
  CHECK(waitpid(child, nullptr, WNOHANG) == 0);
  const auto other = fixture.stack();
  CHECK(liveValue(*other, kEthernet4, Field::Metric) == 25);
  CHECK(other->set({kEthernet4, Field::Metric, 25, 4}));
  killAndReap(child);
  CHECK(liveValue(*other, kEthernet4, Field::Metric) == 4);
}

}  // namespace
}  // namespace interface_panel::simulated
