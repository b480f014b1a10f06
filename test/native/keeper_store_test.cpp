// SPDX-License-Identifier: MIT
// What the keeper makes of the store, and what it writes beside it.
#include "encoding/sha256.h"
#include "keeper_rig.h"

using namespace interface_panel;

namespace {

/// Settings that are there, and then cannot be used: nothing is set.
void checkUseless(KeeperRig& rig, StoreTrouble trouble) {
  rig.advance(10'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.trouble() == trouble);
  rig.machine().storeChanged(rig.now);
  rig.advance(10'000);
  CHECK(rig.linesWith("nothing is set") == 1);
  CHECK_FALSE(rig.machine().listens());
  CHECK(rig.machine().nextWakeUp() == kNever);
}

}  // namespace

TEST_CASE("An empty place is no trouble, and nothing to listen for") {
  KeeperRig rig;
  rig.advance(10'000);
  CHECK(rig.trouble() == StoreTrouble::none);
  CHECK_FALSE(rig.machine().listens());
}

TEST_CASE("A damaged store is not used, and told once") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.place.content.settings->at(20) ^= 1U;
  checkUseless(rig, StoreTrouble::damaged);
}

TEST_CASE("So is one of a later version") {
  KeeperRig rig;
  const auto whole = encodeSettings({KeeperRig::mtu()});
  std::vector<std::uint8_t> bytes(whole.begin(), whole.end() - 32);
  bytes[4] = 2;
  Sha256 hash;
  hash.update(bytes);
  const auto digest = hash.finish();
  bytes.insert(bytes.end(), digest.begin(), digest.end());
  rig.place.content.settings = bytes;
  checkUseless(rig, StoreTrouble::laterVersion);
}

TEST_CASE("So is one that is not trusted") {
  KeeperRig rig;
  rig.place.content.problem = PlaceProblem::notTrusted;
  rig.place.content.error = FakeStack::invalid();
  checkUseless(rig, StoreTrouble::notTrusted);
}

TEST_CASE("So is one that an administrator has switched off, until it is switched on") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.place.content.isOff = true;
  checkUseless(rig, StoreTrouble::switchedOff);
  rig.place.content.isOff = false;
  rig.machine().storeChanged(rig.now);
  rig.advance(1'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("Switched off in between, a setting that was due is not set") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(500);
  // The news of it is still on its way.
  rig.place.content.isOff = true;
  rig.advance(10'000);
  CHECK(rig.sets() == 0);
  CHECK(rig.trouble() == StoreTrouble::switchedOff);
}

TEST_CASE("A store that changes is an arrival for what changed in it, and for nothing else") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  rig.change(Field::NlMtu, 1300);
  rig.advance(5'000);
  rig.store({KeeperRig::mtu(), KeeperRig::noDefaultRoutes()});
  rig.advance(1'500);
  CHECK(rig.value(Field::NlMtu) == 1300);
  CHECK(rig.value(Field::DisableDefaultRoutes) == 1);
  rig.store({KeeperRig::mtu(1350), KeeperRig::noDefaultRoutes()});
  rig.advance(1'500);
  CHECK(rig.value(Field::NlMtu) == 1350);
}

TEST_CASE("What is stopped is left as it is") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(100'000);
  rig.store({});
  rig.hearAdapters({luidIndex(kTunnel)});
  rig.advance(10'000);
  CHECK(rig.sets() == 1);
  CHECK(rig.value(Field::NlMtu) == 1400);
}

TEST_CASE("After a crash in the middle the next keeper does what is left") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(1'000);
  rig.value(Field::NlMtu) = 1500;
  rig.start();
  rig.advance(1'000);
  CHECK(rig.value(Field::NlMtu) == 1400);
}

TEST_CASE("The status is written at once, and then every two seconds at most") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.advance(0);
  CHECK(rig.place.statuses.size() == 1);
  rig.advance(100'000);
  CHECK(rig.state() == KeptState::held);
  CHECK(rig.place.statuses.size() == 2);
}

TEST_CASE("It tells when and how often a value was set") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.wallClock = 0x1122;
  rig.advance(10'000);
  const auto& bytes = rig.place.statuses.back();
  CHECK(bytes[8] == (4711 & 0xFF));
  CHECK(bytes[32 + 24] == 0x22);
  CHECK(bytes[32 + 25] == 0x11);
  CHECK(bytes[32 + 40] == 1);
}

TEST_CASE("A full disk keeps nobody from setting values, and is told once") {
  KeeperRig rig;
  rig.place.statusError = Error{ErrorDomain::posix, 28, "ENOSPC", "write"};
  rig.store({KeeperRig::mtu()});
  rig.advance(600'000);
  CHECK(rig.sets() == 1);
  CHECK(rig.linesWith("The status cannot be written: ENOSPC") == 1);
  CHECK(rig.place.triesToWrite <= 12);
  rig.place.statusError.reset();
  rig.advance(60'000);
  CHECK(rig.state() == KeptState::held);
  CHECK(rig.machine().nextWakeUp() == kNever);
}

TEST_CASE("A clock that is wrong makes no status that nobody reads") {
  KeeperRig rig;
  rig.wallClock = -5;
  rig.store({KeeperRig::mtu()});
  rig.advance(10'000);
  CHECK(rig.state() == KeptState::held);
  const auto& bytes = rig.place.statuses.back();
  const auto isZero = [&](std::size_t from) {
    return std::ranges::all_of(std::span(bytes).subspan(from, 8), [](auto byte) { return !byte; });
  };
  // When it was written, and when the setting was set again.
  CHECK(isZero(24));
  CHECK(isZero(32 + 24));
}

TEST_CASE("Adapters that cannot be read are told once, and asked for again") {
  KeeperRig rig;
  rig.store({KeeperRig::mtu()});
  rig.stack.adaptersError = FakeStack::invalid();
  rig.advance(10'000);
  CHECK(rig.linesWith("The adapters cannot be read: EINVAL") == 1);
  rig.stack.adaptersError.reset();
  rig.advance(3'000);
  CHECK(rig.sets() == 1);
}
