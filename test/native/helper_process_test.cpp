// SPDX-License-Identifier: MIT
// Whole transactions with the simulated helper as a process of its own.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <csignal>
#include <string>

#include "launched_helper.h"
#include "simulated_fixture.h"

using namespace interface_panel;

namespace {

/// A simulated network of its own, gone with the test.
class SimulatedNetwork {
 public:
  SimulatedNetwork() : stack_(fixture_.stack()) {
    const auto snapshot = fixture_.reader()->snapshot();
    REQUIRE(snapshot.ok());
    for (const IpInterface& row : snapshot->ipInterfaces) {
      const bool isLoopback = (row.key.luid >> 48) == 24;
      const bool usable = row.key.family == Family::ipv4 && !isLoopback &&
                          row.value(Field::UseAutomaticMetric) == 1;
      if (usable) rows_.push_back(row);
    }
    REQUIRE(rows_.size() >= 2);
  }

  [[nodiscard]] std::filesystem::path file() const { return fixture_.file(); }

  /// Sets the metric of two interfaces to 77 and 78.
  [[nodiscard]] ScriptedPlan plan(std::uint32_t deadline = 600) const {
    ScriptedPlan plan(deadline);
    plan.set(rows_[0].key.luid, Field::Metric, *rows_[0].value(Field::Metric), 77);
    plan.set(rows_[1].key.luid, Field::Metric, *rows_[1].value(Field::Metric), 78);
    return plan;
  }

  [[nodiscard]] bool isChanged() {
    return live(0, Field::Metric) == 77 && live(1, Field::Metric) == 78 &&
           live(0, Field::UseAutomaticMetric) == 0;
  }

  /// Side effects included.
  [[nodiscard]] bool isAsBefore() {
    for (std::size_t i = 0; i < 2; ++i) {
      for (const Field field : {Field::Metric, Field::UseAutomaticMetric}) {
        if (live(i, field) != rows_[i].value(field)) return false;
      }
    }
    return true;
  }

  void setFromOutside(std::size_t row, Field field, std::int64_t value) {
    const Operation operation{rows_[row].key, field, live(row, field).value(), value};
    REQUIRE(stack_->set(operation).ok());
  }

  std::optional<std::int64_t> live(std::size_t row, Field field) {
    const auto found = fixture_.reader()->ipInterface(rows_[row].key);
    REQUIRE(found.ok());
    return found->value(field);
  }

 private:
  simulated::SimulatedFixture fixture_;
  std::unique_ptr<SettableIpStack> stack_;
  std::vector<IpInterface> rows_;
};

}  // namespace

TEST_CASE("A confirmed change is kept") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  CHECK(network.isChanged());
  helper.send(ConfirmMessage{});
  helper.await<ConfirmedMessage>();
  helper.checkEnds(ExitCode::success);
  CHECK(network.isChanged());
}

TEST_CASE("A change that is taken back leaves everything as before") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  helper.send(RevertMessage{});
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::asked);
  helper.checkEnds(ExitCode::success);
  CHECK(network.isAsBefore());
}

TEST_CASE("A change that nobody keeps is taken back at the deadline") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan(1);
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::deadline);
  helper.checkEnds(ExitCode::success);
  CHECK(network.isAsBefore());
}

TEST_CASE("A change is taken back when the app goes away") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  helper.closeChannel();
  CHECK(helper.waitForExit().code == static_cast<int>(ExitCode::success));
  CHECK(network.isAsBefore());
}

TEST_CASE("Garbage after the change takes it back") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  Frame garbage;
  garbage.fill(0xA5);
  helper.sendBytes(garbage);
  CHECK(helper.await<RevertedMessage>().cause == RevertCause::channelBroken);
  helper.checkEnds(ExitCode::success);
  CHECK(network.isAsBefore());
}

TEST_CASE("Garbage before the change ends the helper with nothing changed") {
  SimulatedNetwork network;
  LaunchedHelper helper(network.file(), network.plan().hash());
  Frame garbage;
  garbage.fill(0xA5);
  helper.sendBytes(garbage);
  helper.checkEnds(ExitCode::protocolBroken);
  CHECK(network.isAsBefore());
}

TEST_CASE("A plan other than the one on the command line is refused") {
  SimulatedNetwork network;
  LaunchedHelper helper(network.file(), network.plan(60).hash());
  helper.sendPlan(network.plan(600));
  CHECK(helper.await<RefusedMessage>().refusal == Refusal::hashMismatch);
  helper.checkEnds(ExitCode::refused);
  CHECK(network.isAsBefore());
}

TEST_CASE("A recorded session means nothing to another helper") {
  SimulatedNetwork network;
  const ScriptedPlan recorded = network.plan();
  const ScriptedPlan consented = network.plan(60);
  LaunchedHelper helper(network.file(), consented.hash());
  helper.sendPlan(recorded);
  helper.await<DoneMessage>();
  CHECK(helper.waitForExit().code == static_cast<int>(ExitCode::refused));
  CHECK(network.isAsBefore());
}

TEST_CASE("An operation whose old value has changed is stale") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  network.setFromOutside(1, Field::Metric, 55);
  LaunchedHelper helper(network.file(), plan.hash());
  helper.sendPlan(plan);
  const auto stale = helper.await<StaleMessage>();
  CHECK(stale.operation == 1);
  CHECK(stale.live == 55);
  helper.checkEnds(ExitCode::refused);
  CHECK(network.live(1, Field::Metric) == 55);
}

TEST_CASE("What another program changed after the change is left alone") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  network.setFromOutside(0, Field::Metric, 99);
  helper.send(RevertMessage{});
  helper.await<RevertedMessage>();
  helper.checkEnds(ExitCode::incomplete);
  CHECK(network.live(0, Field::Metric) == 99);
  CHECK(network.live(1, Field::Metric) != 78);
}

TEST_CASE("A second helper of the same network finds the first at work") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper first(network.file(), plan.hash());
  first.apply(plan);
  LaunchedHelper second(network.file(), plan.hash());
  CHECK(second.waitForExit().code == static_cast<int>(ExitCode::busy));
  first.send(RevertMessage{});
  first.checkEnds(ExitCode::success);
}

TEST_CASE("A killed helper is told apart from one that ended, and leaves its work to the journal") {
  SimulatedNetwork network;
  const ScriptedPlan plan = network.plan();
  LaunchedHelper helper(network.file(), plan.hash());
  helper.apply(plan);
  CHECK(helper.launch().kill());
#ifdef _WIN32
  // Windows knows no signals: an ended process has the exit code it was ended with.
  CHECK(helper.waitForExit().code == 1);
#else
  CHECK(helper.waitForExit().signal == SIGKILL);
#endif
  CHECK_FALSE(helper.launch().kill());
  CHECK(network.isChanged());
}
