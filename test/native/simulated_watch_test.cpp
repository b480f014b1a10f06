// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "simulated_fixture.h"
#include "stack/simulated/simulated_stack.h"

namespace interface_panel::simulated {
namespace {

/// Counts callbacks and waits for them.
class Alarm {
 public:
  std::function<void()> callback() {
    return [this] {
      const std::lock_guard lock(mutex_);
      ++rings_;
      rang_.notify_all();
    };
  }

  bool waitFor(int rings) {
    std::unique_lock lock(mutex_);
    return rang_.wait_for(lock, std::chrono::seconds(20), [&] { return rings_ >= rings; });
  }

  int rings() {
    const std::lock_guard lock(mutex_);
    return rings_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable rang_;
  int rings_ = 0;
};

TEST_CASE("a watch tells of a set, of a vanished adapter and of a new network") {
  SimulatedFixture fixture;
  Alarm alarm;
  const auto stack = makeSimulatedStack(fixture.file());
  const auto watch = fixture.reader()->watch(alarm.callback());
  REQUIRE(watch);
  REQUIRE(fixture.control({"set", luidText(kEthernet), "ipv4", "NlMtu", "1400"}) == kDone);
  CHECK(alarm.waitFor(1));
  REQUIRE(fixture.control({"vanish", luidText(kEthernet)}) == kDone);
  CHECK(alarm.waitFor(2));
  REQUIRE(fixture.control({"reset"}) == kDone);
  CHECK(alarm.waitFor(3));
}

TEST_CASE("a watch tells when the file is damaged and when it is gone") {
  SimulatedFixture fixture;
  Alarm alarm;
  const auto stack = makeSimulatedStack(fixture.file());
  const auto watch = fixture.reader()->watch(alarm.callback());
  REQUIRE(watch);
  { std::ofstream(fixture.file(), std::ios::binary) << "rubbish"; }
  CHECK(alarm.waitFor(1));
  CHECK_FALSE(fixture.reader()->snapshot());
  REQUIRE(std::filesystem::remove(fixture.file()));
  REQUIRE(fixture.reader()->snapshot());
  CHECK(alarm.waitFor(2));
}

TEST_CASE("a watch that ended calls nobody") {
  SimulatedFixture fixture;
  Alarm ended;
  Alarm running;
  const auto stack = makeSimulatedStack(fixture.file());
  { const auto watch = fixture.reader()->watch(ended.callback()); }
  const auto watch = fixture.reader()->watch(running.callback());
  REQUIRE(fixture.control({"reset"}) == kDone);
  REQUIRE(running.waitFor(1));
  CHECK(ended.rings() == 0);
}

TEST_CASE("a damaged file cannot be watched") {
  const SimulatedFixture fixture;
  { std::ofstream(fixture.file(), std::ios::binary) << "rubbish"; }
  const auto stack = makeSimulatedStack(fixture.file());
  CHECK_FALSE(fixture.reader()->watch([] {}));
}

}  // namespace
}  // namespace interface_panel::simulated
