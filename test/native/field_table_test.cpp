// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "stack/field.h"
#include "stack/win32_error.h"

namespace interface_panel {
namespace {

bool isBounded(const std::optional<FieldRange>& range, std::int64_t min, std::int64_t max) {
  return range && range->min == min && range->max == max;
}

TEST_CASE("every field stands at its own number") {
  for (std::size_t number = 0; number < kFieldCount; ++number) {
    CHECK(fieldFromNumber(static_cast<unsigned>(number)) == static_cast<Field>(number));
    CHECK(fieldInfo(static_cast<Field>(number)).field == static_cast<Field>(number));
  }
}

TEST_CASE("a number behind the last field names none") {
  CHECK_FALSE(fieldFromNumber(35));
  CHECK_FALSE(fieldFromNumber(255));
  CHECK_FALSE(fieldFromNumber(0x10000));
}

TEST_CASE("only settable fields have ranges, and each settable field has one") {
  for (const FieldInfo& info : fieldTable()) {
    CAPTURE(info.name);
    const bool hasRange = info.ipv4 || info.ipv6;
    CHECK(hasRange == (info.access == FieldAccess::settable));
  }
}

TEST_CASE("the members that Set ignores are not settable") {
  for (const Field field :
       {Field::MaxReassemblySize, Field::MinRouterAdvertisementInterval,
        Field::MaxRouterAdvertisementInterval, Field::Connected, Field::SupportsWakeUpPatterns,
        Field::SupportsNeighborDiscovery, Field::SupportsRouterDiscovery, Field::ReachableTime,
        Field::TransmitOffload, Field::ReceiveOffload}) {
    CAPTURE(fieldInfo(field).name);
    CHECK(fieldInfo(field).access != FieldAccess::settable);
  }
}

TEST_CASE("ranges are those of each family") {
  CHECK(isBounded(settableRange(Field::NlMtu, Family::ipv4), 576, 4294967295));
  CHECK(isBounded(settableRange(Field::NlMtu, Family::ipv6), 1280, 4294967295));
  CHECK(isBounded(settableRange(Field::Metric, Family::ipv4), 0, 2147483647));
  CHECK(isBounded(settableRange(Field::SitePrefixLength, Family::ipv6), 0, 128));
  CHECK_FALSE(settableRange(Field::SitePrefixLength, Family::ipv4));
  CHECK_FALSE(settableRange(Field::AdvertiseDefaultRoute, Family::ipv4));
  CHECK(isBounded(settableRange(Field::RouterDiscoveryBehavior, Family::ipv4), 0, 2));
  CHECK(isBounded(settableRange(Field::DisableDefaultRoutes, Family::ipv6), 0, 1));
}

TEST_CASE("no two fields share a name") {
  std::set<std::string_view> names;
  for (const FieldInfo& info : fieldTable()) names.insert(info.name);
  CHECK(names.size() == kFieldCount);
}

TEST_CASE("a Win32 error carries its symbol, an unlisted code its number") {
  const Error error = win32Error(1168, "GetIpInterfaceEntry");
  CHECK(error.domain == ErrorDomain::win32);
  CHECK(error.code == 1168);
  CHECK(error.name == "ERROR_NOT_FOUND");
  CHECK(error.call == "GetIpInterfaceEntry");
  CHECK(win32ErrorName(4711) == "4711");
}

}  // namespace
}  // namespace interface_panel
