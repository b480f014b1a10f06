// SPDX-License-Identifier: MIT
// What every stack does when a field is set and taken back.
#include <doctest/doctest.h>

#include <utility>

#include "stack_under_test.h"

namespace interface_panel {
namespace {

TEST_CASE("every settable field is set, read back by another reader, and restored completely") {
  const auto fixture = makeStackUnderTest();
  const auto reader = fixture->makeReader();
  const auto trials = fixture->trials();
  REQUIRE_FALSE(trials.empty());
  for (const Trial& trial : trials) {
    CAPTURE(describe(trial));
    const auto stack = fixture->makeSettable();
    const std::string witness = fixture->witness();
    const Operation operation = operationOf(*reader, trial);
    REQUIRE(operation.expected != trial.value);

    const auto [made, before, after] = apply(*stack, operation);
    CHECK(reader->ipInterface(trial.key)->value(trial.field) == trial.value);
    CHECK(fixture->witness() != witness);

    const auto restored = stack->restore(operation, before, after);
    REQUIRE(restored.ok());
    CHECK(restored.value() == Restored::complete);
    CHECK(settles(*stack));
    CHECK(reader->ipInterface(trial.key)->value(trial.field) == operation.expected);
    CHECK(difference(witness, fixture->witness()) == "");
  }
}

TEST_CASE("all fields set one after the other are taken back in reverse") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const std::string witness = fixture->witness();
  std::vector<Applied> steps;
  for (const Trial& trial : fixture->trials()) {
    const Operation operation = operationOf(*stack, trial);
    // Setting one field may have brought the next to its value already.
    if (operation.expected == trial.value) continue;
    CAPTURE(describe(trial));
    steps.push_back(apply(*stack, operation));
  }
  while (!steps.empty()) {
    const Applied& step = steps.back();
    CAPTURE(describe({step.operation.key, step.operation.field, step.operation.value}));
    const auto restored = stack->restore(step.operation, step.before, step.after);
    REQUIRE(restored.ok());
    CHECK(restored.value() == Restored::complete);
    steps.pop_back();
  }
  CHECK(settles(*stack));
  CHECK(difference(witness, fixture->witness()) == "");
}

TEST_CASE("check and capture change nothing") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const std::string witness = fixture->witness();
  for (const Trial& trial : fixture->trials()) {
    const Operation operation = operationOf(*stack, trial);
    CHECK(stack->check(operation).ok());
    CHECK(stack->capture(operation).ok());
  }
  CHECK(difference(witness, fixture->witness()) == "");
}

TEST_CASE("what another stack captured can be restored after a crash") {
  const auto fixture = makeStackUnderTest();
  const std::string witness = fixture->witness();
  for (const Trial& trial : fixture->trials()) {
    CAPTURE(describe(trial));
    const auto crashed = fixture->makeSettable();
    const Operation operation = operationOf(*crashed, trial);
    const auto [made, before, after] = apply(*crashed, operation);
    const auto stack = fixture->makeSettable();
    const auto restored = stack->restore(operation, before, after);
    REQUIRE(restored.ok());
    CHECK(restored.value() == Restored::complete);
    CHECK(settles(*stack));
  }
  CHECK(difference(witness, fixture->witness()) == "");
}

TEST_CASE("what another program changed since is foreign, and is left alone") {
  const auto fixture = makeStackUnderTest();
  for (const Trial& trial : fixture->trials()) {
    CAPTURE(describe(trial));
    const std::int64_t foreign = fixture->foreignValue(trial);
    if (foreign == trial.value) continue;  // a field with two values has no third
    const auto stack = fixture->makeSettable();
    const Operation operation = operationOf(*stack, trial);
    const auto [made, before, after] = apply(*stack, operation);
    fixture->setFromOutside(trial.key, trial.field, foreign);
    const std::string witness = fixture->witness();

    const auto restored = stack->restore(operation, before, after);
    REQUIRE(restored.ok());
    CHECK(restored.value() == Restored::foreign);
    CHECK(difference(witness, fixture->witness()) == "");
    fixture->setFromOutside(trial.key, trial.field, operation.expected);
  }
}

TEST_CASE("a footprint that is not whole and of this operation is refused, and changes nothing") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  for (const Trial& trial : fixture->trials()) {
    CAPTURE(describe(trial));
    const Operation operation = operationOf(*stack, trial);
    const auto [made, before, after] = apply(*stack, operation);
    const std::string witness = fixture->witness();

    std::vector<Footprint> bad{{}, {0x00}, Footprint(64, 0xFF), Footprint(kMaxFootprintBytes + 1)};
    bad.emplace_back(before.begin(), before.end() - 1);
    bad.emplace_back(before.begin(),
                     before.begin() + static_cast<std::ptrdiff_t>(before.size() / 2));
    bad.push_back(before);
    bad.back().push_back(0);
    bad.push_back(before);
    bad.back().front() ^= 0xFF;
    for (const Footprint& footprint : bad) {
      CAPTURE(footprint.size());
      CHECK_FALSE(stack->restore(operation, footprint, after).ok());
      CHECK_FALSE(stack->restore(operation, before, footprint).ok());
    }
    CHECK(difference(witness, fixture->witness()) == "");
    CHECK(stack->restore(operation, before, after).ok());
    CHECK(settles(*stack));
  }
}

TEST_CASE("a footprint of another field or family is refused") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const auto trials = fixture->trials();
  for (const Trial& trial : trials) {
    for (const Trial& other : trials) {
      if (trial.field == other.field && trial.key == other.key) continue;
      const auto footprint = stack->capture(operationOf(*stack, other));
      REQUIRE(footprint.ok());
      CAPTURE(describe(trial));
      CAPTURE(describe(other));
      const Operation operation = operationOf(*stack, trial);
      CHECK_FALSE(stack->restore(operation, footprint.value(), footprint.value()).ok());
    }
  }
}

}  // namespace
}  // namespace interface_panel
