// SPDX-License-Identifier: MIT
#include "stack/adapter_name.h"

#include <doctest/doctest.h>

using namespace interface_panel;

TEST_CASE("A GUID in text becomes the bytes that Windows has in memory") {
  const AdapterGuid guid{0x03, 0x02, 0x01, 0x00, 0x05, 0x04, 0x07, 0x06,
                         0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0xFF};
  CHECK(guidFromText("{00010203-0405-0607-0809-0A0B0C0D0EFF}") == guid);
  CHECK(guidFromText("{00010203-0405-0607-0809-0a0b0c0d0eff}") == guid);
}

TEST_CASE("Anything else is no GUID") {
  for (const char* text :
       {"", "00010203-0405-0607-0809-0A0B0C0D0EFF", "{00010203-0405-0607-0809-0A0B0C0D0EF}",
        "{00010203-0405-0607-0809-0A0B0C0D0EFG}", "{00010203 0405-0607-0809-0A0B0C0D0EFF}",
        "{00010203-0405-0607-0809-0A0B0C0D0EFF} "}) {
    CAPTURE(text);
    CHECK_FALSE(guidFromText(text).has_value());
  }
}
