// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "encoding/utf8.h"

using interface_panel::isUtf8Text;
using interface_panel::utf16FromUtf8;
using interface_panel::utf8FromUtf16;

TEST_CASE("well-formed UTF-8 becomes the same text in UTF-16") {
  CHECK(utf16FromUtf8("") == u"");
  CHECK(utf16FromUtf8("eth0") == u"eth0");
  CHECK(utf16FromUtf8("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") == u"\u00e9\u20ac\U0001F600");
  CHECK(utf16FromUtf8("\xEF\xBF\xBF\xF4\x8F\xBF\xBF") == u"\uFFFF\U0010FFFF");
}

TEST_CASE("each byte that is not UTF-8 becomes one replacement character") {
  SUBCASE("a lone continuation byte") { CHECK(utf16FromUtf8("a\x80z") == u"a\uFFFDz"); }
  SUBCASE("a sequence that is cut off") { CHECK(utf16FromUtf8("\xE2\x82") == u"\uFFFD\uFFFD"); }
  SUBCASE("a sequence that is broken") { CHECK(utf16FromUtf8("\xC3(") == u"\uFFFD("); }
  SUBCASE("an overlong form") {
    CHECK(utf16FromUtf8("\xC0\x80") == u"\uFFFD\uFFFD");
    CHECK(utf16FromUtf8("\xE0\x80\x80") == u"\uFFFD\uFFFD\uFFFD");
    CHECK(utf16FromUtf8("\xF0\x80\x80\x80") == u"\uFFFD\uFFFD\uFFFD\uFFFD");
  }
  SUBCASE("a surrogate") { CHECK(utf16FromUtf8("\xED\xA0\x80") == u"\uFFFD\uFFFD\uFFFD"); }
  SUBCASE("beyond Unicode") {
    CHECK(utf16FromUtf8("\xF4\x90\x80\x80") == u"\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(utf16FromUtf8("\xFF") == u"\uFFFD");
  }
}

TEST_CASE("UTF-16 becomes the same text in UTF-8") {
  CHECK(utf8FromUtf16(u"") == "");
  CHECK(utf8FromUtf16(u"eth0") == "eth0");
  CHECK(utf8FromUtf16(u"\u00e9\u20ac\U0001F600") == "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  CHECK(utf8FromUtf16(u"\uFFFF\U0010FFFF") == "\xEF\xBF\xBF\xF4\x8F\xBF\xBF");
}

TEST_CASE("a surrogate that stands alone is no text") {
  for (const std::u16string_view units :
       {std::u16string_view(u"\xD800", 1), std::u16string_view(u"a\xDC00z", 3),
        std::u16string_view(u"\xDC00\xD800", 2)}) {
    CHECK_FALSE(utf8FromUtf16(units).has_value());
  }
}

TEST_CASE("text is well-formed UTF-8 without a NUL") {
  CHECK(isUtf8Text(""));
  CHECK(isUtf8Text("Z\xC3\xBCrich"));
  CHECK_FALSE(isUtf8Text(std::string_view("a\0b", 3)));
  CHECK_FALSE(isUtf8Text("a\xC3"));
  CHECK_FALSE(isUtf8Text("\xED\xA0\x80"));
}
