// SPDX-License-Identifier: MIT
// When the keeper acts: arrivals, quiet, routes that come later, helpers at work.
#include "keeper_rig.h"

using namespace interface_panel;

TEST_CASE("A value is set once its adapter was quiet for a second, and read back") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(999);
  CHECK(rig.sets() == 0);
  rig.advance(1);
  CHECK(rig.value(Field::NlMtu) == 1400);
  CHECK(rig.sets() == 1);
  CHECK(rig.linesWith("tun0, IPv4, NlMtu: set again from 1500 to 1400") == 1);
}

TEST_CASE("One that is as it should be is not set") {
  KeeperRig rig;
  rig.value(Field::NlMtu) = 1400;
  rig.store({KeeperRig::mtu()});
  rig.advance(5'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.lock.timesTaken == 0);
  CHECK(rig.state() == KeptState::held);
}

TEST_CASE("An adapter that goes on moving is waited for, ten seconds at most") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(0);
  for (int i = 0; i < 19; ++i) {
    rig.advance(500);
    rig.hearRow();
  }
  CHECK(rig.sets() == 0);
  rig.advance(500);
  CHECK(rig.sets() == 1);
}

TEST_CASE("News of the other family, and of other adapters, are waited for by nobody") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(900);
  rig.hearRow(kTunnel, Family::ipv6);
  rig.hearRow(kOffice);
  rig.advance(100);
  CHECK(rig.sets() == 1);
}

TEST_CASE("An adapter that comes later, again, or with another index is known by its name") {
  KeeperRig rig;
  rig.removeLink(kTunnel);
  rig.store({KeeperRig::mtu()});
  rig.advance(10'000);
  CHECK(rig.state() == KeptState::absent);
  for (std::uint32_t index = 20; index < 30; ++index) {
    const std::uint64_t luid = makeLuid(131, index);
    rig.addLink(luid, "tun0", 131);
    rig.hearAdapters();
    rig.advance(2'000);
    CHECK(rig.value(Field::NlMtu, luid) == 1400);
    rig.removeLink(luid);
    rig.hearAdapters({index});
    rig.advance(5'000);
  }
  CHECK(rig.sets() == 10);
}

TEST_CASE("One that was made again with the same index has arrived") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(200'000);
  rig.value(Field::NlMtu) = 1500;
  rig.hearAdapters({luidIndex(kTunnel)});
  rig.advance(2'000);
  CHECK(rig.sets() == 2);
}

TEST_CASE("So has one that was renamed to what it is called in the store") {
  KeeperRig rig;
  rig.stack.names[kTunnel].alias = "other";
  rig.store({KeeperRig::mtu()});
  rig.advance(10'000);
  CHECK(rig.sets() == 0);
  rig.stack.names[kTunnel].alias = "tun0";
  rig.hearAdapters();
  rig.advance(2'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("A family that comes to an adapter has arrived") {
  KeeperRig rig;
  const auto row = rig.stack.values.extract({kTunnel, Family::ipv4}).mapped();
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  CHECK(rig.state() == KeptState::absent);
  rig.stack.values[{kTunnel, Family::ipv4}] = row;
  rig.hearRow();
  rig.advance(1'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("What changes while the adapter stays is left alone, and told once") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(62'000);
  for (const int mtu : {1300, 1350, 1300}) {
    rig.change(Field::NlMtu, mtu);
    rig.advance(5'000);
  }
  CHECK(rig.value(Field::NlMtu) == 1300);
  CHECK(rig.linesWith("somebody changed it to 1300 while the adapter stayed") == 1);
  CHECK(rig.state() == KeptState::changed);
  rig.change(Field::NlMtu, 1400);
  rig.advance(5'000);
  CHECK(rig.state() == KeptState::held);
  CHECK(rig.sets() == 1);
}

TEST_CASE("A tunnel without its routes yet is refused, and taken care of once it has one") {
  KeeperRig rig;
  rig.stack.refusals[Field::DisableDefaultRoutes] = Refusal::noDefaultRoute;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  CHECK(rig.state() == KeptState::refused);
  CHECK(rig.linesWith("cannot be set to 1 now: noDefaultRoute") == 1);
  rig.stack.refusals.clear();
  rig.addDefaultRoute();
  rig.advance(1'000);
  CHECK(rig.value(Field::DisableDefaultRoutes) == 1);
}

TEST_CASE(
    "What the stack refuses for another reason is not set either, and tried again at the next "
    "notice") {
  KeeperRig rig;
  rig.stack.refusals[Field::NlMtu] = Refusal::cannotRestore;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.linesWith("cannotRestore") == 1);
  rig.stack.refusals.clear();
  rig.hearRow();
  rig.advance(1'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("Routes that go with the carrier are nobody's decision") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  CHECK(rig.sets() == 1);
  rig.stack.refusals[Field::DisableDefaultRoutes] = Refusal::noDefaultRoute;
  rig.change(Field::DisableDefaultRoutes, 0);
  rig.advance(100'000);
  CHECK(rig.state() == KeptState::refused);
  rig.stack.refusals.clear();
  rig.addDefaultRoute();
  rig.advance(1'000);
  CHECK(rig.sets() == 2);
}

TEST_CASE("A default route that somebody adds is an arrival, however late") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(3'600'000);
  rig.addDefaultRoute();
  rig.advance(1'000);
  CHECK(rig.value(Field::DisableDefaultRoutes) == 1);
}

TEST_CASE("To another field of that link it is none") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  rig.change(Field::NlMtu, 1300);
  rig.addDefaultRoute();
  rig.advance(5'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("One that a helper puts back is not, nor are those that follow it") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  rig.addDefaultRoute();
  KeeperNews news;
  news.rows.insert({luidIndex(kTunnel), Family::ipv4});
  news.defaultRoutesGivenBack = news.rows;
  rig.hear(news);
  rig.advance(5'000);
  rig.addDefaultRoute();
  rig.advance(100'000);
  CHECK(rig.sets() == 1);
  CHECK(rig.state() == KeptState::changed);
}

TEST_CASE("While a helper is at work the keeper waits, and looks again afterwards") {
  KeeperRig rig;
  rig.lock.answer = WorkLock::Attempt::busy;
  rig.store({KeeperRig::mtu()});
  rig.advance(30'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.ticks < 40);
  rig.lock.answer = WorkLock::Attempt::held;
  rig.advance(1'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("What the helper wrote meanwhile counts") {
  KeeperRig rig;
  rig.lock.answer = WorkLock::Attempt::busy;
  rig.store({KeeperRig::mtu()});
  rig.advance(30'000);
  rig.place.content.settings = encodeSettings({KeeperRig::mtu(1300)});
  rig.lock.answer = WorkLock::Attempt::held;
  rig.advance(3'000);
  CHECK(rig.value(Field::NlMtu) == 1300);
  CHECK(rig.sets() == 1);
}

TEST_CASE("A default route that comes beside a helper is mended once the helper has ended") {
  KeeperRig rig;
  rig.store({KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  rig.lock.answer = WorkLock::Attempt::busy;
  rig.addDefaultRoute();
  rig.advance(120'000);
  CHECK(rig.sets() == 1);
  rig.lock.answer = WorkLock::Attempt::held;
  rig.advance(1'000);
  CHECK(rig.sets() == 2);
}

TEST_CASE("What a helper leaves is not set again, even soon after an arrival") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(5'000);
  rig.lock.answer = WorkLock::Attempt::busy;
  rig.change(Field::NlMtu, 1300);
  rig.advance(5'000);
  rig.lock.answer = WorkLock::Attempt::held;
  rig.advance(100'000);
  CHECK(rig.value(Field::NlMtu) == 1300);
  CHECK(rig.state() == KeptState::changed);
}

TEST_CASE("What a helper takes back is told by nobody") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  rig.lock.answer = WorkLock::Attempt::busy;
  rig.change(Field::NlMtu, 1300);
  rig.advance(5'000);
  rig.change(Field::NlMtu, 1400);
  rig.lock.answer = WorkLock::Attempt::held;
  rig.advance(5'000);
  CHECK(rig.linesWith("somebody") == 0);
}

TEST_CASE("Without a lock nothing is set, and that is told once") {
  KeeperRig rig;
  rig.lock.answer = WorkLock::Attempt::failed;
  rig.store({KeeperRig::mtu()});
  rig.advance(30'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.linesWith("lock") == 1);
}

TEST_CASE("Two settings that mean the same adapter by now: one is set, and they do not fight") {
  constexpr AdapterGuid kOwn{1};
  constexpr AdapterGuid kGone{2};
  KeeperRig rig;
  LastingSetting older = KeeperRig::mtu(1300);
  LastingSetting newer = KeeperRig::mtu(1400);
  std::int64_t expected = 1400;
  older.madeAt = 1;
  newer.madeAt = 2;
  newer.adapter.guid = kGone;
  SUBCASE("the one that was made last") {}
  SUBCASE("or else the one with its GUID, however old") {
    older.adapter.guid = kOwn;
    older.adapter.alias = "as it was called";
    rig.stack.names[kTunnel].guid = kOwn;
    expected = 1300;
  }
  rig.store({older, newer});
  rig.advance(120'000);
  CHECK(rig.value(Field::NlMtu) == expected);
  CHECK(rig.sets() == 1);
  CHECK(rig.linesWith("again and again") == 0);
  // The other one takes its place once it is stopped.
  rig.store({expected == 1400 ? older : newer});
  rig.advance(5'000);
  CHECK(rig.value(Field::NlMtu) == (expected == 1400 ? 1300 : 1400));
}

TEST_CASE("Two adapters that fit: none is touched until one of them is gone") {
  KeeperRig rig;
  rig.addLink(makeLuid(131, 9), "tun0", 131);
  rig.store({KeeperRig::mtu()});
  rig.advance(10'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.state() == KeptState::ambiguous);
  rig.hearAdapters();
  rig.advance(10'000);
  CHECK(rig.linesWith("two adapters could be meant") == 1);
  rig.removeLink(kTunnel);
  rig.hearAdapters({luidIndex(kTunnel)});
  rig.advance(2'000);
  CHECK(rig.value(Field::NlMtu, makeLuid(131, 9)) == 1400);
}

TEST_CASE("Default routes go first where router discovery is set as well") {
  KeeperRig rig;
  rig.stack.values[{kTunnel, Family::ipv6}] = {{Field::DisableDefaultRoutes, 0},
                                               {Field::RouterDiscoveryBehavior, 1}};
  rig.store({KeeperRig::setting(Field::RouterDiscoveryBehavior, 0, "tun0", 131, Family::ipv6),
             KeeperRig::setting(Field::DisableDefaultRoutes, 1, "tun0", 131, Family::ipv6),
             KeeperRig::mtu()});
  rig.advance(1'000);
  CHECK(rig.stack.calls == std::vector<std::string>{"set 26 = 1400", "set 34 = 1", "set 16 = 0"});
}

TEST_CASE("A change that is made by half is taken back, and told") {
  KeeperRig rig;
  rig.stack.lateSetErrors[Field::NlMtu] = FakeStack::invalid();
  rig.store({KeeperRig::mtu()});
  rig.advance(1'500);
  CHECK(rig.value(Field::NlMtu) == 1500);
  CHECK(rig.linesWith("could not be set from 1500 to 1400: EINVAL") == 1);
  CHECK(rig.linesWith("everything is as before") == 1);
}

TEST_CASE("A value that does not read back was not set") {
  KeeperRig rig;
  rig.stack.afterSet = [&](const Operation& operation) {
    rig.stack.values[operation.key][operation.field] = 1444;
  };
  rig.store({KeeperRig::mtu()});
  rig.advance(1'500);
  // The number of that is the platform's.
  CHECK(rig.linesWith("could not be set from 1500 to 1400: ") == 1);
  CHECK(rig.linesWith("(read back)") == 1);
  CHECK(rig.linesWith("set again") == 0);
}

TEST_CASE("What cannot be set is tried no more often than what somebody changes") {
  KeeperRig rig;
  rig.stack.setErrors[Field::NlMtu] = FakeStack::invalid();
  rig.store({KeeperRig::mtu()});
  rig.advance(3'600'000);
  CHECK(rig.sets() == 4);
  CHECK(rig.state() == KeptState::failed);
}

TEST_CASE("What the stack did not finish it goes on with, for a while") {
  KeeperRig rig;
  rig.stack.unsettledPolls = 5;
  rig.store({KeeperRig::mtu()});
  rig.advance(1'000);
  CHECK(rig.stack.unsettledPolls == 4);
  rig.advance(10'000);
  CHECK(rig.stack.unsettledPolls == 0);
  rig.stack.unsettledPolls = 1'000;
  rig.store({KeeperRig::mtu(1300)});
  rig.advance(100'000);
  CHECK(rig.stack.unsettledPolls > 970);
}

TEST_CASE("Nothing is due while nothing changes") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu(), KeeperRig::noDefaultRoutes()});
  rig.advance(100'000);
  CHECK(rig.machine().nextWakeUp() == kNever);
}
