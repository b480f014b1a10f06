// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <string>

#include "addon/json_writer.h"

using interface_panel::JsonWriter;

namespace {

std::string writeText(std::u16string_view text) {
  JsonWriter json;
  json.text(text);
  return std::move(json).take();
}

}  // namespace

TEST_CASE("commas stand between members and elements, and nowhere else") {
  JsonWriter json;
  json.beginObject();
  json.key("empty");
  json.beginArray();
  json.endArray();
  json.key("rows");
  json.beginArray();
  json.number(1);
  json.beginObject();
  json.key("a");
  json.null();
  json.key("b");
  json.boolean(true);
  json.endObject();
  json.beginArray();
  json.plainText("x");
  json.decimalString(2);
  json.endArray();
  json.endArray();
  json.key("last");
  json.boolean(false);
  json.endObject();
  CHECK(std::move(json).take() ==
        R"({"empty":[],"rows":[1,{"a":null,"b":true},["x","2"]],"last":false})");
}

TEST_CASE("numbers keep every digit at the ends of their range") {
  JsonWriter json;
  json.beginArray();
  json.number(std::numeric_limits<std::int64_t>::min());
  json.number(std::numeric_limits<std::uint32_t>::max());
  json.number(std::uint8_t{255});
  json.decimalString(std::numeric_limits<std::uint64_t>::max());
  json.endArray();
  CHECK(std::move(json).take() ==
        R"([-9223372036854775808,4294967295,255,"18446744073709551615"])");
}

TEST_CASE("everything but printable ASCII is escaped") {
  CHECK(writeText(u"Wi-Fi 2") == R"("Wi-Fi 2")");
  CHECK(writeText(u"\"\\") == "\"\\u0022\\u005c\"");
  CHECK(writeText(std::u16string_view(u"\0\n\x7F", 3)) == "\"\\u0000\\u000a\\u007f\"");
  CHECK(writeText(u"\u00e9\u2028\U0001F600") == "\"\\u00e9\\u2028\\ud83d\\ude00\"");
}

TEST_CASE("unpaired surrogates stay as they are") {
  const std::u16string_view text(u"a\xD800z\xDC00", 4);
  CHECK(writeText(text) == "\"a\\ud800z\\udc00\"");
}

TEST_CASE("hardware addresses are pairs of digits with colons") {
  const std::array<std::uint8_t, 3> bytes{0x02, 0xFC, 0x0A};
  JsonWriter json;
  json.beginArray();
  json.hexBytes(bytes);
  json.hexBytes({});
  json.endArray();
  CHECK(std::move(json).take() == R"(["02:fc:0a",""])");
}
