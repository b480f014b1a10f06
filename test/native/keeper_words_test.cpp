// SPDX-License-Identifier: MIT
#include "keeper/keeper_words.h"

#include "keeper_rig.h"

using namespace interface_panel;

TEST_CASE("What does not show itself is shown as its number, all else as it is") {
  CHECK(visible("eth0") == "eth0");
  CHECK(visible("b\xC3\xBCro \xE6\x97\xA5 \xF0\x9F\x8C\x90") ==
        "b\xC3\xBCro \xE6\x97\xA5 \xF0\x9F\x8C\x90");
  CHECK(visible("a\nb\x1B[1m\x7F") == "a\\x0ab\\x1b[1m\\x7f");
  CHECK(visible("\xC2\x85\xE2\x80\xAE\xF3\xA0\x81\x81") == "\\x85\\u{202e}\\u{e0041}");
}

TEST_CASE("A name cannot begin a line of its own in the log") {
  KeeperRig rig;
  const std::string name = "x\n<0>emergency";
  rig.addLink(kOffice, name, 6);
  rig.store({KeeperRig::setting(Field::NlMtu, 1400, name, 6)});
  rig.advance(2'000);
  CHECK(rig.linesWith("x\\x0a<0>emergency, IPv4, NlMtu: set again from 1500 to 1400") == 1);
}
