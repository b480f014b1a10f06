// SPDX-License-Identifier: MIT
#include "stack_under_test.h"

#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <thread>
#include <utility>

namespace interface_panel {

bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds bound) {
  const auto end = std::chrono::steady_clock::now() + bound;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

Operation operationOf(IpStack& stack, const Trial& trial) {
  const auto row = stack.ipInterface(trial.key);
  const std::int64_t expected = row ? row->value(trial.field).value_or(-1) : -1;
  return {trial.key, trial.field, expected, trial.value};
}

Operation operationOf(SettableIpStack& stack, const Trial& trial) {
  Operation operation{trial.key, trial.field, -1, trial.value};
  if (const auto live = stack.value(operation)) operation.expected = live->value_or(-1);
  return operation;
}

Applied apply(SettableIpStack& stack, const Operation& operation) {
  const auto refusal = stack.check(operation);
  REQUIRE(refusal.ok());
  REQUIRE(refusal.value() == Refusal::none);
  auto before = stack.capture(operation);
  REQUIRE(before.ok());
  const auto done = stack.set(operation);
  if (!done) MESSAGE(done.error().name, " ", done.error().call);
  REQUIRE(done.ok());
  auto after = stack.capture(operation);
  REQUIRE(after.ok());
  return {operation, std::move(before).value(), std::move(after).value()};
}

Restored takeBack(SettableIpStack& stack, const Applied& applied) {
  const auto restored = stack.restore(applied.operation, applied.before, applied.after);
  REQUIRE(restored.ok());
  return restored.value();
}

Restored takeBackByJournal(SettableIpStack& stack, const Applied& applied) {
  const auto restored = stack.restoreJournalled(applied.operation, applied.before, applied.after);
  REQUIRE(restored.ok());
  return restored.value();
}

bool settles(SettableIpStack& stack) {
  return eventually([&] {
    const auto done = stack.settled();
    return done && done.value();
  });
}

std::string difference(const std::string& before, const std::string& after) {
  std::istringstream one(before);
  std::istringstream other(after);
  std::multiset<std::string> gone;
  std::string found;
  for (std::string line; std::getline(one, line);) gone.insert(line);
  for (std::string line; std::getline(other, line);) {
    const auto known = gone.find(line);
    if (known == gone.end()) {
      found += "+ " + line + "\n";
    } else {
      gone.erase(known);
    }
  }
  for (const std::string& line : gone) found += "- " + line + "\n";
  return found.empty() && before != after ? "the order of lines" : found;
}

std::string describe(const Trial& trial) {
  return std::string(fieldInfo(trial.field).name) +
         (trial.key.family == Family::ipv4 ? " IPv4 of " : " IPv6 of ") +
         std::to_string(trial.key.luid);
}

}  // namespace interface_panel
