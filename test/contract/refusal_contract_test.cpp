// SPDX-License-Identifier: MIT
// What every stack refuses before anything is changed.
#include <doctest/doctest.h>

#include "stack_under_test.h"

namespace interface_panel {
namespace {

Refusal reasonFor(SettableIpStack& stack, const Operation& operation) {
  const auto refusal = stack.check(operation);
  REQUIRE(refusal.ok());
  return refusal.value();
}

TEST_CASE("fields that the stack owns are refused") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const IpInterfaceKey key = fixture->trials().front().key;
  for (const FieldInfo& info : fieldTable()) {
    if (info.access == FieldAccess::settable) continue;
    CAPTURE(info.name);
    CHECK(reasonFor(*stack, {key, info.field, 0, 1}) == Refusal::readOnlyField);
  }
}

TEST_CASE("values beyond the range of the table are refused") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  for (const Trial& trial : fixture->trials()) {
    CAPTURE(describe(trial));
    const auto& range = settableRange(trial.field, trial.key.family);
    REQUIRE(range);
    Operation operation = operationOf(*stack, trial);
    operation.value = range->min - 1;
    CHECK(reasonFor(*stack, operation) == Refusal::outOfRange);
    operation.value = range->max + 1;
    CHECK(reasonFor(*stack, operation) == Refusal::outOfRange);
    operation.value = INT64_MIN;
    CHECK(reasonFor(*stack, operation) == Refusal::outOfRange);
  }
}

TEST_CASE("an unknown interface is refused") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  for (Trial trial : fixture->trials()) {
    trial.key.luid = makeLuid(6, 0xABCDEF);
    CAPTURE(describe(trial));
    CHECK(reasonFor(*stack, {trial.key, trial.field, 0, trial.value}) == Refusal::unknownInterface);
  }
}

TEST_CASE("an adapter without the family is refused") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const Operation operation{fixture->absentFamily(), Field::BaseReachableTime, 30000, 20000};
  CHECK(reasonFor(*stack, operation) == Refusal::familyNotPresent);
}

TEST_CASE("what this stack cannot set or take back is refused with the reason") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const auto refused = fixture->refusedHere();
  REQUIRE_FALSE(refused.empty());
  const std::string witness = fixture->witness();
  for (const RefusedOperation& one : refused) {
    CAPTURE(one.what);
    CHECK(reasonFor(*stack, one.operation) == one.reason);
  }
  CHECK(difference(witness, fixture->witness()) == "");
}

TEST_CASE("refusals that do not depend on the value stand in the snapshot") {
  const auto fixture = makeStackUnderTest();
  const auto stack = fixture->makeSettable();
  const auto snapshot = fixture->makeReader()->snapshot();
  REQUIRE(snapshot.ok());
  for (const IpInterface& row : snapshot->ipInterfaces) {
    for (const FieldRefusal& refusal : row.refusals) {
      const auto& range = settableRange(refusal.field, row.key.family);
      REQUIRE(range);
      CAPTURE(fieldInfo(refusal.field).name);
      const std::int64_t now = row.value(refusal.field).value_or(0);
      const std::int64_t value = now == range->min ? range->max : range->min;
      CHECK(reasonFor(*stack, {row.key, refusal.field, now, value}) == refusal.reason);
    }
  }
}

}  // namespace
}  // namespace interface_panel
