// SPDX-License-Identifier: MIT
// IP interfaces that come and go while their adapter is there, as on Windows.
#include "keeper_rig.h"

using namespace interface_panel;

namespace {

KeeperNews renewed(std::uint64_t luid, Family family = Family::ipv4) {
  KeeperNews news;
  news.renewed.insert({luid, family});
  news.adapters = true;
  return news;
}

/// A keeper that has set its one setting, long ago.
struct Settled : KeeperRig {
  Settled() {
    store({mtu()});
    advance(100'000);
    REQUIRE(sets() == 1);
  }
};

}  // namespace

TEST_CASE("An IP interface that went and came between two looks has arrived") {
  Settled rig;
  rig.value(Field::NlMtu) = 1500;
  rig.hear(renewed(kTunnel));
  rig.hear(renewed(kTunnel));
  rig.advance(2'000);
  CHECK(rig.sets() == 2);
  CHECK(rig.state() == KeptState::held);
}

TEST_CASE("While it is away nothing is set, and once it is there it is") {
  Settled rig;
  const auto row = rig.stack.values.extract({kTunnel, Family::ipv4});
  rig.hear(renewed(kTunnel));
  rig.advance(20'000);
  CHECK(rig.state() == KeptState::absent);
  rig.stack.values[{kTunnel, Family::ipv4}] = row.mapped();
  rig.value(Field::NlMtu) = 1500;
  rig.hear(renewed(kTunnel));
  rig.advance(2'000);
  CHECK(rig.sets() == 2);
}

TEST_CASE(
    "Another family's, or that of an adapter of another type with the same index, is no news") {
  Settled rig;
  rig.value(Field::NlMtu) = 1500;
  rig.hear(renewed(kTunnel, Family::ipv6));
  rig.hear(renewed(makeLuid(6, luidIndex(kTunnel))));
  rig.advance(20'000);
  CHECK(rig.sets() == 1);
}

TEST_CASE("One that keeps coming and going is looked at within ten seconds") {
  Settled rig;
  rig.value(Field::NlMtu) = 1500;
  for (int times = 0; times < 110; ++times) {
    rig.hear(renewed(kTunnel));
    rig.advance(100);
  }
  CHECK(rig.sets() == 2);
}
