// SPDX-License-Identifier: MIT
#include "keeper/keeper_words.h"

#include "keeper_rig.h"

using namespace interface_panel;

TEST_CASE("A name cannot begin a line of its own in the log") {
  KeeperRig rig;
  const std::string name = "x\n<0>emergency";
  rig.addLink(kOffice, name, 6);
  rig.store({KeeperRig::setting(Field::NlMtu, 1400, name, 6)});
  rig.advance(2'000);
  CHECK(rig.linesWith("x\\x0a<0>emergency, IPv4, NlMtu: set again from 1500 to 1400") == 1);
}
