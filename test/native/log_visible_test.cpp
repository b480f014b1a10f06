// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "log/visible.h"

using namespace interface_panel;

TEST_CASE("What does not show itself is shown as its number, all else as it is") {
  CHECK(visible("eth0") == "eth0");
  CHECK(visible("b\xC3\xBCro \xE6\x97\xA5 \xF0\x9F\x8C\x90") ==
        "b\xC3\xBCro \xE6\x97\xA5 \xF0\x9F\x8C\x90");
  CHECK(visible("a\nb\x1B[1m\x7F") == "a\\x0ab\\x1b[1m\\x7f");
  CHECK(visible("\xC2\x85\xE2\x80\xAE\xF3\xA0\x81\x81") == "\\x85\\u{202e}\\u{e0041}");
}

TEST_CASE("What is no UTF-8 hides nothing") {
  CHECK(visible("\xC3\n") == "\\xc3\\x0a");
  CHECK(visible("\xE2\x80") == "\\xe2\\x80");
  CHECK(visible("\xFF"
                "a\xBF") ==
        "\\xff"
        "a\\xbf");
}
