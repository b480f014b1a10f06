// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "stack/snapshot_diff.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

using namespace interface_panel;

namespace {

/// Rows that differ when their numbers do.
using Numbers = std::vector<std::uint32_t>;

std::vector<Route> routes(const Numbers& numbers) {
  std::vector<Route> rows;
  for (const std::uint32_t number : numbers) {
    Route row;
    row.metric = number;
    rows.push_back(row);
  }
  return rows;
}

Splices diffRoutes(const Numbers& before, const Numbers& after) {
  Snapshot old;
  old.routes = routes(before);
  Snapshot now;
  now.routes = routes(after);
  return diffSnapshots(old, now).routes;
}

Numbers upTo(std::uint32_t count) {
  Numbers numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

/// What somebody makes of `before` who is told the splices and their rows alone.
Numbers applied(const Numbers& before, const Splices& splices, const Numbers& after) {
  Numbers result;
  std::size_t at = 0;
  const auto copy = [&result](const Numbers& rows, std::size_t from, std::size_t count) {
    result.insert(result.end(), rows.begin() + static_cast<std::ptrdiff_t>(from),
                  rows.begin() + static_cast<std::ptrdiff_t>(from + count));
  };
  for (const Splice& splice : splices) {
    copy(before, at, splice.start - at);
    copy(after, splice.first, splice.added);
    at = splice.start + splice.removed;
  }
  copy(before, at, before.size() - at);
  return result;
}

/// Ascending, with rows that stay between them, and none that does nothing.
bool areTidy(const Splices& splices) {
  const auto doesNothing = [](const Splice& splice) { return splice.removed + splice.added == 0; };
  const auto touch = [](const Splice& one, const Splice& next) {
    return next.start <= one.start + one.removed;
  };
  return std::ranges::none_of(splices, doesNothing) &&
         std::ranges::adjacent_find(splices, touch) == splices.end();
}

std::size_t rowsMoved(const Splices& splices) {
  return std::accumulate(
      splices.begin(), splices.end(), std::size_t{0},
      [](std::size_t sum, const Splice& splice) { return sum + splice.removed + splice.added; });
}

/// The most rows that can stay, by the textbook (longest common subsequence).
std::size_t mostThatStay(const Numbers& before, const Numbers& after) {
  std::vector<std::size_t> row(after.size() + 1, 0);
  for (const std::uint32_t number : before) {
    std::size_t diagonal = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      const std::size_t longest = number == after[i] ? diagonal + 1 : std::max(row[i], row[i + 1]);
      diagonal = std::exchange(row[i + 1], longest);
    }
  }
  return row.back();
}

class RandomNumbers {
 public:
  std::uint32_t below(std::uint32_t bound) {
    return std::uniform_int_distribution<std::uint32_t>(0, bound - 1)(engine_);
  }

  /// Up to 30 rows, of few kinds: twins abound.
  Numbers withTwins() {
    Numbers numbers(below(31));
    std::ranges::generate(numbers, [this, kinds = 1 + below(8)] { return below(kinds); });
    return numbers;
  }

  /// Up to 30 different rows in any order.
  Numbers withoutTwins() {
    Numbers numbers = upTo(40);
    std::ranges::shuffle(numbers, engine_);
    numbers.resize(below(31));
    return numbers;
  }

  Numbers withoutTwinsSorted() {
    Numbers numbers = withoutTwins();
    std::ranges::sort(numbers);
    return numbers;
  }

 private:
  std::mt19937 engine_{20240611};
};

constexpr int kTrials = 3000;

/// A snapshot with one row of each list.
Snapshot oneOfEach() {
  Snapshot snapshot;
  snapshot.adapters.resize(1);
  snapshot.ipInterfaces.resize(1);
  snapshot.unicastAddresses.resize(1);
  snapshot.routes.resize(1);
  snapshot.rules.resize(1);
  snapshot.dnsServers.resize(1);
  snapshot.ipsecPolicies.resize(1);
  return snapshot;
}

/// What differs once `change` was made to a snapshot with one row of each list.
SnapshotDiff after(const std::function<void(Snapshot&)>& change) {
  Snapshot changed = oneOfEach();
  change(changed);
  return diffSnapshots(oneOfEach(), changed);
}

const Splices kOneChanged{{.start = 0, .removed = 1, .first = 0, .added = 1}};

/// The one row of this list changed, and nothing else.
SnapshotDiff only(Splices SnapshotDiff::*list) {
  SnapshotDiff diff;
  diff.*list = kOneChanged;
  return diff;
}

}  // namespace

TEST_CASE("equal snapshots do not differ") {
  CHECK(diffSnapshots({}, {}) == SnapshotDiff{});
  CHECK(diffSnapshots(oneOfEach(), oneOfEach()) == SnapshotDiff{});
}

TEST_CASE("from nothing everything comes in one splice, and back to nothing it goes in one") {
  CHECK(diffRoutes({}, upTo(5)) == Splices{{0, 0, 0, 5}});
  CHECK(diffRoutes(upTo(5), {}) == Splices{{0, 5, 0, 0}});
}

TEST_CASE("a list is found changed by itself") {
  CHECK(after([](Snapshot& now) { now.adapters[0].mtu = 9; }) == only(&SnapshotDiff::adapters));
  CHECK(after([](Snapshot& now) { now.ipInterfaces[0].defaultRoutesOverridden = true; }) ==
        only(&SnapshotDiff::ipInterfaces));
  CHECK(after([](Snapshot& now) { now.unicastAddresses[0].dadState = 1; }) ==
        only(&SnapshotDiff::unicastAddresses));
  CHECK(after([](Snapshot& now) { now.routes[0].mtu = 9; }) == only(&SnapshotDiff::routes));
  CHECK(after([](Snapshot& now) { now.rules[0].uidRange = {1, 2}; }) == only(&SnapshotDiff::rules));
  CHECK(after([](Snapshot& now) { now.dnsServers[0].luid = 9; }) ==
        only(&SnapshotDiff::dnsServers));
  CHECK(after([](Snapshot& now) { now.ipsecPolicies[0].tunnel = true; }) ==
        only(&SnapshotDiff::ipsecPolicies));
}

TEST_CASE("an adapter changes with its addresses, and only with its own") {
  const SnapshotDiff own = after([](Snapshot& now) {
    now.unicastAddresses[0].address.address.bytes = {192, 0, 0, 1};
  });
  CHECK(own.adapters == kOneChanged);
  CHECK(own.unicastAddresses == kOneChanged);
  const SnapshotDiff another =
      after([](Snapshot& now) { now.unicastAddresses.push_back({.luid = 5, .address = {}}); });
  CHECK(another.adapters.empty());
  CHECK(another.unicastAddresses == Splices{{1, 0, 1, 1}});
}

TEST_CASE("the reachable time drifts, unless it comes or goes") {
  Snapshot before = oneOfEach();
  Snapshot now = oneOfEach();
  before.ipInterfaces[0].value(Field::ReachableTime) = 30000;
  now.ipInterfaces[0].value(Field::ReachableTime) = 17000;
  CHECK(diffSnapshots(before, now) == SnapshotDiff{});
  now.ipInterfaces[0].value(Field::BaseReachableTime) = 17000;
  CHECK(diffSnapshots(before, now).ipInterfaces == kOneChanged);
  CHECK(diffSnapshots(oneOfEach(), before).ipInterfaces == kOneChanged);
}

TEST_CASE("a lifetime counts when it ends, and when it begins to or ceases to run down") {
  constexpr std::uint32_t kInfinite = 0xFFFFFFFFU;
  const auto differs = [](std::uint32_t from, std::uint32_t to, auto member) {
    Snapshot before = oneOfEach();
    Snapshot now = oneOfEach();
    member(before) = from;
    member(now) = to;
    return diffSnapshots(before, now) != SnapshotDiff{};
  };
  const auto check = [&differs](auto member) {
    CHECK_FALSE(differs(86400, 86399, member));
    CHECK_FALSE(differs(1, 86400, member));
    CHECK(differs(1, 0, member));
    CHECK(differs(kInfinite, 86400, member));
    CHECK(differs(86400, kInfinite, member));
    CHECK(differs(0, kInfinite, member));
  };
  check([](Snapshot& s) -> auto& { return s.unicastAddresses[0].validLifetime; });
  check([](Snapshot& s) -> auto& { return s.unicastAddresses[0].preferredLifetime; });
  check([](Snapshot& s) -> auto& { return s.routes[0].validLifetime; });
}

TEST_CASE("the parts of a route count all the way down") {
  CHECK(after([](Snapshot& now) { now.routes[0].destination.address.bytes[15] = 1; }).routes ==
        kOneChanged);
  CHECK(after([](Snapshot& now) { now.routes[0].preferredSource.emplace(); }).routes ==
        kOneChanged);
  Snapshot before = oneOfEach();
  before.routes[0].hops.resize(2);
  Snapshot now = before;
  now.routes[0].hops[1].weight = 2;
  CHECK(diffSnapshots(before, now).routes == kOneChanged);
}

TEST_CASE("one row that comes, goes, changes or moves is all that is told") {
  CHECK(diffRoutes({0, 1, 2}, {0, 9, 1, 2}) == Splices{{1, 0, 1, 1}});
  CHECK(diffRoutes({0, 1, 2}, {0, 2}) == Splices{{1, 1, 1, 0}});
  CHECK(diffRoutes({0, 1, 2}, {0, 9, 2}) == Splices{{1, 1, 1, 1}});
  CHECK(diffRoutes({0, 1, 2, 3}, {3, 0, 1, 2}) == Splices{{0, 0, 0, 1}, {3, 1, 4, 0}});
  CHECK(diffRoutes({0, 1, 2, 3}, {1, 2, 3, 0}) == Splices{{0, 1, 0, 0}, {4, 0, 3, 1}});
}

TEST_CASE("of twins one comes or goes") {
  CHECK(diffRoutes({7, 7, 7}, {7, 7}) == Splices{{2, 1, 2, 0}});
  CHECK(diffRoutes({7, 8, 7}, {7, 8, 7, 7}) == Splices{{3, 0, 3, 1}});
  CHECK(diffRoutes({7, 8, 7, 9}, {9, 7, 8, 7}) == Splices{{0, 0, 0, 1}, {3, 1, 4, 0}});
}

TEST_CASE("changes at ten places of many are ten splices") {
  const Numbers before = upTo(100'000);
  Numbers now = before;
  for (std::size_t i = 0; i < 10; ++i) now[i * 9'999] += 1'000'000;
  const Splices splices = diffRoutes(before, now);
  CHECK(splices.size() == 10);
  CHECK(rowsMoved(splices) == 20);
}

TEST_CASE("rows that all changed are found so at once" * doctest::timeout(1)) {
  constexpr std::uint32_t kRows = 50'000;
  Numbers now = upTo(2 * kRows);
  now.erase(now.begin(), now.begin() + kRows);
  CHECK(diffRoutes(upTo(kRows), now) == Splices{{0, kRows, 0, kRows}});
}

TEST_CASE("splices make the list after of the list before, twins and all") {
  RandomNumbers random;
  for (int i = 0; i < kTrials; ++i) {
    const Numbers before = random.withTwins();
    const Numbers now = random.withTwins();
    const Splices splices = diffRoutes(before, now);
    REQUIRE(applied(before, splices, now) == now);
    REQUIRE(areTidy(splices));
  }
}

TEST_CASE("as few rows as possible go and come") {
  RandomNumbers random;
  const auto check = [](const Numbers& before, const Numbers& now) {
    const Splices splices = diffRoutes(before, now);
    REQUIRE(applied(before, splices, now) == now);
    REQUIRE(areTidy(splices));
    REQUIRE(rowsMoved(splices) == before.size() + now.size() - 2 * mostThatStay(before, now));
  };
  for (int i = 0; i < kTrials; ++i) {
    check(random.withoutTwins(), random.withoutTwins());
    check(random.withoutTwinsSorted(), random.withoutTwinsSorted());
  }
}
