// SPDX-License-Identifier: MIT
// How often the keeper acts, and what a restless system costs it.
#include "keeper_rig.h"

using namespace interface_panel;

namespace {

/// Somebody who sets a value again so and so often, however the keeper sets it.
void insist(KeeperRig& rig, std::int64_t value, std::uint64_t every, std::uint64_t during) {
  for (std::uint64_t passed = 0; passed < during; passed += every) {
    rig.change(Field::NlMtu, value);
    rig.advance(every);
  }
}

/// Somebody who adds a default route again and again.
void insistOnRoutes(KeeperRig& rig, std::uint64_t every, std::uint64_t during) {
  for (std::uint64_t passed = 0; passed < during; passed += every) {
    rig.addDefaultRoute();
    rig.advance(every);
  }
}

}  // namespace

TEST_CASE("In the minute after an arrival a value is set again three times, then given up") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(1'000);
  insist(rig, 1300, 1'500, 600'000);
  CHECK(rig.sets() == 4);
  CHECK(rig.value(Field::NlMtu) == 1300);
  CHECK(rig.linesWith("given up until it comes again: somebody sets it to 1300") == 1);
  CHECK(rig.state() == KeptState::givenUp);
}

TEST_CASE("The pauses between these grow") {
  KeeperRig rig;
  std::vector<std::uint64_t> times;
  rig.stack.afterSet = [&](const Operation&) { times.push_back(rig.now); };
  rig.store({KeeperRig::mtu()});
  rig.advance(1'000);
  insist(rig, 1300, 1'100, 60'000);
  REQUIRE(times.size() == 4);
  CHECK(times[1] - times[0] >= 2'000);
  CHECK(times[2] - times[1] >= 6'000);
  CHECK(times[3] - times[2] >= 18'000);
  CHECK(times[3] - times[0] < 59'000);
}

TEST_CASE("A change that nobody tells of is found in that minute, too") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(2'000);
  rig.value(Field::NlMtu) = 1300;
  rig.advance(58'000);
  CHECK(rig.sets() == 2);
}

TEST_CASE("A new arrival brings new tries") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(1'000);
  insist(rig, 1300, 1'500, 600'000);
  rig.hearAdapters({luidIndex(kTunnel)});
  rig.advance(2'000);
  CHECK(rig.sets() == 5);
  CHECK(rig.value(Field::NlMtu) == 1400);
}

TEST_CASE("A lease that brings its default route at each renewal is mended each time") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  for (int renewal = 0; renewal < 600; ++renewal) {
    rig.addDefaultRoute();
    rig.advance(1'000);
    REQUIRE(rig.value(Field::DisableDefaultRoutes) == 1);
    rig.advance(59'000);
  }
  CHECK(rig.sets() == 601);
}

TEST_CASE("So is one whose manager was restarted and configured again in between") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  for (int disturbance = 0; disturbance < 3; ++disturbance) {
    rig.addDefaultRoute();
    rig.advance(9'000);
    CHECK(rig.value(Field::DisableDefaultRoutes) == 1);
  }
}

TEST_CASE("A VPN client that adds its default route for ever is given up, and told once") {
  for (const std::uint64_t every : {100, 1'000, 5'000, 20'000, 30'000}) {
    CAPTURE(every);
    KeeperRig rig;
    rig.store({KeeperRig::noDefaultRoutes()});
    rig.advance(100'000);
    insistOnRoutes(rig, every, 3'600'000);
    CHECK(rig.linesWith("given up") == 1);
    CHECK(rig.sets() < 20);
    CHECK(rig.state() == KeptState::givenUp);
    const std::size_t sets = rig.sets();
    insistOnRoutes(rig, every, 3'600'000);
    CHECK(rig.sets() == sets);
  }
}

TEST_CASE("So is one that takes it away and adds it again") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  for (int i = 0; i < 300; ++i) {
    rig.stack.refusals.clear();
    rig.addDefaultRoute();
    rig.advance(5'000);
    rig.stack.refusals[Field::DisableDefaultRoutes] = Refusal::noDefaultRoute;
    rig.change(Field::DisableDefaultRoutes, 0);
    rig.advance(5'000);
  }
  CHECK(rig.linesWith("given up") == 1);
  CHECK(rig.sets() < 20);
}

TEST_CASE("Once it is at peace, the next default route is an arrival again") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  insistOnRoutes(rig, 5'000, 300'000);
  const std::size_t sets = rig.sets();
  // Given up is given up: nothing is done about the route that is there.
  rig.advance(3'600'000);
  CHECK(rig.sets() == sets);
  rig.addDefaultRoute();
  rig.advance(1'000);
  CHECK(rig.sets() == sets + 1);
}

TEST_CASE("Adapters that flap every 100 ms cost a look at the adapters now and then") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  const std::size_t statuses = rig.place.statuses.size();
  rig.opened = 0;
  rig.ticks = 0;
  for (std::uint32_t index = 100; index < 700; ++index) {
    const std::uint64_t luid = makeLuid(131, index);
    rig.removeLink(index == 100 ? kTunnel : luid - (1U << 24U));
    rig.addLink(luid, "tun0", 131);
    rig.hearAdapters({index - 1});
    rig.advance(100);
  }
  CHECK(rig.sets() == 1);
  CHECK(rig.opened <= 130);
  CHECK(rig.ticks <= 300);
  CHECK(rig.place.statuses.size() - statuses <= 31);
  rig.advance(2'000);
  CHECK(rig.sets() == 2);
}

TEST_CASE("A value that moves every 100 ms is looked at every ten seconds") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  rig.opened = 0;
  insist(rig, 1300, 100, 100'000);
  CHECK(rig.opened <= 11);
}

TEST_CASE("Lost news mean all adapters") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu(), KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  rig.value(Field::DisableDefaultRoutes) = 0;
  KeeperNews news;
  news.ofAll = true;
  rig.hear(news);
  rig.advance(2'000);
  CHECK(rig.value(Field::DisableDefaultRoutes) == 1);
}

TEST_CASE("A helper gets its turn between many settings") {
  KeeperRig rig;
  LastingSettings settings;
  for (std::uint32_t i = 0; i < kMaxLastingSettings; ++i) {
    rig.addLink(makeLuid(131, 1000 + i), "t" + std::to_string(i), 131);
    settings.push_back(KeeperRig::setting(Field::NlMtu, 1400, "t" + std::to_string(i)));
  }
  rig.store(settings);
  rig.advance(1'000);
  CHECK(rig.sets() == 32);
  rig.advance(2'000);
  CHECK(rig.sets() == kMaxLastingSettings);
  CHECK(rig.lock.timesTaken == kMaxLastingSettings / 32);
}

TEST_CASE("The wall clock, wherever it jumps, is for people alone") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.wallClock = -1;
  rig.advance(1'000);
  rig.wallClock = 9'000'000'000'000'000;
  rig.change(Field::NlMtu, 1300);
  rig.advance(5'000);
  CHECK(rig.sets() == 2);
  rig.advance(100'000);
  CHECK(rig.machine().nextWakeUp() == kNever);
}
