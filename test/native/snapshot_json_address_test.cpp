// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "addon/address_text.h"

using interface_panel::addressText;
using interface_panel::Family;
using interface_panel::IpAddress;
using interface_panel::parseAddress;

namespace {

/// Reads an address and writes it again; "-" when it is none.
std::string rewritten(std::string_view text) {
  const std::optional<IpAddress> address = parseAddress(text);
  return address ? addressText(*address) : "-";
}

}  // namespace

TEST_CASE("IPv4 addresses are dotted decimal") {
  CHECK(rewritten("0.0.0.0") == "0.0.0.0");
  CHECK(rewritten("192.0.2.255") == "192.0.2.255");
  CHECK(parseAddress("192.0.2.1")->family == Family::ipv4);
}

TEST_CASE("IPv6 addresses have the one form of RFC 5952") {
  CHECK(rewritten("::") == "::");
  CHECK(rewritten("::1") == "::1");
  CHECK(rewritten("1::") == "1::");
  CHECK(rewritten("2001:0DB8:0000:0000:0000:0000:0000:0001") == "2001:db8::1");
  CHECK(rewritten("1:2:3:4:5:6:7:8") == "1:2:3:4:5:6:7:8");
  CHECK(parseAddress("::")->family == Family::ipv6);
}

TEST_CASE("a single zero group is not shortened") {
  CHECK(rewritten("2001:db8:0:1:1:1:1:1") == "2001:db8:0:1:1:1:1:1");
  CHECK(rewritten("0:1:2:3:4:5:6:7") == "0:1:2:3:4:5:6:7");
}

TEST_CASE("the longest run of zero groups is shortened, the first of equals") {
  CHECK(rewritten("2001:0:0:1:0:0:0:1") == "2001:0:0:1::1");
  CHECK(rewritten("2001:db8:0:0:1:0:0:1") == "2001:db8::1:0:0:1");
  CHECK(rewritten("0:0:1:0:0:0:0:0") == "0:0:1::");
  CHECK(rewritten("1:0:0:2:3:4:5:0") == "1::2:3:4:5:0");
}

TEST_CASE("an IPv4-mapped address ends in dotted decimal") {
  CHECK(rewritten("::ffff:c000:0280") == "::ffff:192.0.2.128");
  CHECK(rewritten("::fffe:c000:0280") == "::fffe:c000:280");
}

TEST_CASE("a zone is a number after a percent sign") {
  CHECK(rewritten("fe80::1%3") == "fe80::1%3");
  CHECK(parseAddress("fe80::1%4294967295")->scopeId == 4294967295U);
}

TEST_CASE("what is no address is refused") {
  for (const char* text : {"",
                           "1.2.3",
                           "1.2.3.4.5",
                           "1.2.3.256",
                           "01.2.3.4",
                           "1.2.3.4 ",
                           "1.2.3.4/8",
                           "::g",
                           ":::",
                           "1:2:3:4:5:6:7",
                           "1:2:3:4:5:6:7:8:9",
                           "fe80::1%",
                           "fe80::1%0",
                           "fe80::1%eth0",
                           "fe80::1%-1",
                           "fe80::1%3x",
                           "fe80::1%4294967296",
                           "%3",
                           "1.2.3.4%3",
                           "example.com"}) {
    CAPTURE(text);
    CHECK(rewritten(text) == "-");
  }
  CHECK(rewritten(std::string_view("::1\0", 4)) == "-");
  CHECK(rewritten(std::string(1000, '1') + "::") == "-");
}
