// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <latch>
#include <thread>
#include <vector>

#include "simulated_fixture.h"
#include "stack/simulated/network_file.h"
#include "stack/simulated/simulated_stack.h"

namespace interface_panel::simulated {
namespace {

namespace fs = std::filesystem;

/// Changes the MTU of the Ethernet adapter, as small a change as there is.
Result<Done> touch(NetworkFile& file, std::int64_t mtu) {
  return file.update([&](SimulatedNetwork& network) {
    findIpInterface(network.present, kEthernet4)->value(Field::NlMtu) = mtu;
    return NetworkChange{{kEthernet4}, false, false};
  });
}

std::int64_t mtuIn(NetworkFile& file) {
  const Result<const SimulatedNetwork*> network = file.read();
  REQUIRE(network);
  return *findIpInterface(network.value()->present, kEthernet4)->value(Field::NlMtu);
}

TEST_CASE("what was set is there after everybody has closed the file") {
  const SimulatedFixture fixture;
  { REQUIRE(fixture.stack()->set({kEthernet4, Field::Metric, 25, 3})); }
  CHECK(liveValue(*fixture.stack(), kEthernet4, Field::Metric) == 3);
}

TEST_CASE("each change raises the generation by one for every reader") {
  const SimulatedFixture fixture;
  NetworkFile writer(fixture.file());
  NetworkFile reader(fixture.file());
  REQUIRE(reader.read());
  CHECK(reader.generation() == 1);
  REQUIRE(touch(writer, 1400));
  REQUIRE(touch(writer, 1401));
  CHECK(mtuIn(reader) == 1401);
  CHECK(reader.generation() == 3);
}

TEST_CASE("a set in a large network appends a few hundred bytes") {
  SimulatedFixture fixture;
  REQUIRE(fixture.control({"resize", "5000"}) == kDone);
  const std::uint64_t before = fs::file_size(fixture.file());
  REQUIRE(fixture.stack()->set({kEthernet4, Field::Metric, 25, 3}));
  const std::uint64_t after = fs::file_size(fixture.file());
  CHECK(after > before);
  CHECK(after - before < 1000);
}

TEST_CASE("many changes are folded into a new image, which readers take over") {
  const SimulatedFixture fixture;
  NetworkFile writer(fixture.file());
  NetworkFile reader(fixture.file());
  REQUIRE(reader.read());
  const std::uint64_t atFirst = fs::file_size(fixture.file());
  std::uint64_t largest = 0;
  bool shrank = false;
  for (std::int64_t change = 0; change < 4000; ++change) {
    REQUIRE(touch(writer, 1280 + change % 200));
    const std::uint64_t size = fs::file_size(fixture.file());
    shrank = shrank || size < largest;
    largest = std::max(largest, size);
  }
  CHECK(shrank);
  CHECK(largest < atFirst + (2U << 20U));
  CHECK(mtuIn(reader) == 1280 + 3999 % 200);
  CHECK(reader.generation() == 4001);
}

TEST_CASE("a change that writes nothing leaves the file as it is") {
  const SimulatedFixture fixture;
  NetworkFile file(fixture.file());
  REQUIRE(file.read());
  const std::optional<FileStamp> before = file.stamp();
  REQUIRE(file.update([](SimulatedNetwork&) { return NetworkChange{}; }));
  CHECK(file.stamp() == before);
  CHECK(file.generation() == 1);
}

TEST_CASE("writers in several threads lose no change") {
  const SimulatedFixture fixture;
  constexpr int kWriters = 4;
  constexpr int kChanges = 1000;
  std::latch start(kWriters);
  std::vector<std::thread> writers;
  writers.reserve(kWriters);
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([&] {
      NetworkFile file(fixture.file());
      start.arrive_and_wait();
      for (int change = 0; change < kChanges; ++change) {
        const Result<Done> written = file.update([](SimulatedNetwork& network) {
          std::int64_t& time =
              *findIpInterface(network.present, kEthernet4)->value(Field::RetransmitTime);
          ++time;
          return NetworkChange{{kEthernet4}, false, false};
        });
        static_cast<void>(written.ok());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  const auto stack = makeSimulatedStack(fixture.file());
  CHECK(liveValue(*stack, kEthernet4, Field::RetransmitTime) == 1000 + kWriters * kChanges);
}

TEST_CASE("a path that cannot be opened is an error that names it") {
  const SimulatedFixture fixture;
  const auto stack = makeSimulatedStack(fixture.folder() / "missing" / "network.sim");
  const Result<Snapshot> snapshot = stack->snapshot();
  REQUIRE_FALSE(snapshot);
  CHECK(snapshot.error().name == "ERROR_OPEN_FAILED");
  CHECK(snapshot.error().call.find("network.sim") != std::string::npos);
}

TEST_CASE("names outside ASCII are fine for the file") {
  const SimulatedFixture fixture;
  const auto stack = makeSimulatedStack(fixture.folder() / u8"n\u00E4t \U0001F3E2.sim");
  CHECK(fixture.reader()->snapshot());
}

}  // namespace
}  // namespace interface_panel::simulated
