// SPDX-License-Identifier: MIT
// How far a journal's footprints reach, on the stacks that keep the rules of Windows.
#include <doctest/doctest.h>

#include "stack/windows/row_undo.h"

namespace interface_panel {
namespace {

constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
constexpr Field kOther = Field::OtherStatefulConfigurationSupported;
constexpr Field kDiscovery = Field::RouterDiscoveryBehavior;

/// Router discovery was switched on: 0 became 1.
const Operation kDiscoveryOn{{0x0102030405060708, Family::ipv6}, kDiscovery, 0, 1};

RowFootprint discovery(std::int64_t managed, std::int64_t other, std::int64_t behavior) {
  return {{}, {{kManaged, managed}, {kOther, other}, {kDiscovery, behavior}}};
}

Footprint bytesOf(const RowFootprint& footprint) { return encode(footprint, kDiscoveryOn); }

const RowFootprint kBefore = discovery(0, 0, 0);
const RowFootprint kAfter = discovery(1, 1, 1);

}  // namespace

TEST_CASE("what was captured is put back whole") {
  const auto undo = RowUndo::ofCaptured(kDiscoveryOn, bytesOf(kBefore), bytesOf(kAfter));
  REQUIRE(undo);
  CHECK(undo->reached() == kBefore);
  CHECK_FALSE(undo->judge(kAfter));
  CHECK(undo->judge(kBefore) == Restored::complete);
  CHECK(undo->judge(discovery(0, 1, 1)) == Restored::foreign);
  CHECK(undo->judgeAfterwards(kBefore) == Restored::complete);
  CHECK(undo->judgeAfterwards(discovery(1, 0, 0)) == Restored::failed);
}

TEST_CASE("by a journal the flags that routers set are left alone, and told") {
  const auto undo = RowUndo::ofJournal(kDiscoveryOn, bytesOf(kBefore), bytesOf(kAfter));
  REQUIRE(undo);
  const std::int64_t computed = RowFootprint::kComputed;
  CHECK(undo->reached() == discovery(computed, computed, 0));
  CHECK_FALSE(undo->judge(kAfter));
  CHECK_FALSE(undo->judge(discovery(0, 1, 1)));
  CHECK(undo->judge(discovery(1, 0, 2)) == Restored::foreign);
  CHECK(undo->judge(discovery(1, 1, 0)) == Restored::foreign);
  CHECK(undo->judgeAfterwards(kBefore) == Restored::complete);
  CHECK(undo->judgeAfterwards(discovery(1, 1, 0)) == Restored::foreign);
  CHECK(undo->judgeAfterwards(kAfter) == Restored::failed);
}

TEST_CASE("footprints of a journal that cannot be the operation's are refused") {
  const Footprint before = bytesOf(kBefore);
  const Footprint after = bytesOf(kAfter);
  const auto refusal = [](const Operation& operation, const Footprint& one, const Footprint& two) {
    return RowUndo::refusalOfJournal(operation, one, two);
  };
  CHECK(refusal(kDiscoveryOn, before, after) == Refusal::none);
  CHECK(refusal(kDiscoveryOn, before, {}) == Refusal::none);
  const auto refused = [&](const Operation& operation, const Footprint& one, const Footprint& two) {
    CHECK(refusal(operation, one, two) == Refusal::malformedFootprint);
    CHECK_FALSE(RowUndo::ofJournal(operation, one, two));
  };
  refused(kDiscoveryOn, after, before);
  refused(kDiscoveryOn, {}, after);
  refused(kDiscoveryOn, Footprint(before.begin(), before.end() - 1), after);
  Operation other = kDiscoveryOn;
  other.expected = 2;
  refused(other, before, after);
  other = kDiscoveryOn;
  other.key.luid = 1;
  refused(other, before, after);
  other = kDiscoveryOn;
  other.key.family = Family::ipv4;
  refused(other, before, after);
  other = kDiscoveryOn;
  other.field = kManaged;
  refused(other, before, after);
  RowFootprint elsewhere = kAfter;
  elsewhere.adapter.back() = 1;
  refused(kDiscoveryOn, before, bytesOf(elsewhere));
  other.field = Field::Connected;
  CHECK(refusal(other, before, after) == Refusal::readOnlyField);
}

}  // namespace interface_panel
