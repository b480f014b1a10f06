// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "simulated_fixture.h"
#include "stack/simulated/simulated_stack.h"

// Other processes, made of the real simulated-control.
namespace interface_panel::simulated {
namespace {

int run(const SimulatedFixture& fixture, const std::string& arguments) {
  const std::string command =
      "\"" SIMULATED_CONTROL "\" \"" + fixture.file().string() + "\" " + arguments;
#ifdef _WIN32
  // cmd.exe takes the outermost quotes away.
  return std::system(("\"" + command + " >NUL 2>NUL\"").c_str());
#else
  const int status = std::system((command + " >/dev/null 2>&1").c_str());
  return WEXITSTATUS(status);
#endif
}

TEST_CASE("exit codes say done, failed and wrongly called") {
  const SimulatedFixture fixture;
  CHECK(run(fixture, "show") == 0);
  CHECK(run(fixture, "vanish 1") == 1);
  CHECK(run(fixture, "nonsense") == 2);
}

TEST_CASE("a change by another process is there at the next read") {
  const SimulatedFixture fixture;
  const auto stack = makeSimulatedStack(fixture.file());
  REQUIRE(fixture.reader()->snapshot());
  REQUIRE(run(fixture, "set " + luidText(kEthernet) + " ipv4 NlMtu 1400") == 0);
  CHECK(liveValue(*stack, kEthernet4, Field::NlMtu) == 1400);
}

TEST_CASE("processes that write at the same time all succeed, and the last of each is kept") {
  const SimulatedFixture fixture;
  const std::vector<std::uint64_t> adapters = {kEthernet, kWifi, kCellular, kForeignName};
  std::vector<std::thread> processes;
  std::vector<int> failures(adapters.size(), 0);
  for (std::size_t process = 0; process < adapters.size(); ++process) {
    processes.emplace_back([&, process] {
      for (int change = 1; change <= 10; ++change) {
        const std::string arguments =
            "set " + luidText(adapters[process]) + " ipv4 Metric " + std::to_string(100 + change);
        if (run(fixture, arguments) != 0) ++failures[process];
      }
    });
  }
  for (std::thread& process : processes) process.join();
  const auto stack = makeSimulatedStack(fixture.file());
  for (std::size_t process = 0; process < adapters.size(); ++process) {
    CHECK(failures[process] == 0);
    CHECK(liveValue(*stack, {adapters[process], Family::ipv4}, Field::Metric) == 110);
  }
}

}  // namespace
}  // namespace interface_panel::simulated
