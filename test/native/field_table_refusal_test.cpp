// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "stack/table_refusal.h"

namespace interface_panel {
namespace {

Operation operation(Family family, Field field, std::int64_t value) {
  return {{makeLuid(6, 1), family}, field, 0, value};
}

TEST_CASE("values at the bounds pass, values behind them are out of range") {
  CHECK(tableRefusal(operation(Family::ipv4, Field::NlMtu, 576)) == Refusal::none);
  CHECK(tableRefusal(operation(Family::ipv4, Field::NlMtu, 575)) == Refusal::outOfRange);
  CHECK(tableRefusal(operation(Family::ipv6, Field::NlMtu, 1279)) == Refusal::outOfRange);
  CHECK(tableRefusal(operation(Family::ipv4, Field::NlMtu, 4294967296)) == Refusal::outOfRange);
  CHECK(tableRefusal(operation(Family::ipv4, Field::Metric, 2147483648)) == Refusal::outOfRange);
  CHECK(tableRefusal(operation(Family::ipv4, Field::WeakHostSend, 2)) == Refusal::outOfRange);
  CHECK(tableRefusal(operation(Family::ipv6, Field::RouterDiscoveryBehavior, -1)) ==
        Refusal::outOfRange);
}

TEST_CASE("keys, status and reserved fields are read-only") {
  for (const Field field :
       {Field::InterfaceLuid, Field::Connected, Field::MaxReassemblySize, Field::ZoneIndices}) {
    CHECK(tableRefusal(operation(Family::ipv6, field, 0)) == Refusal::readOnlyField);
  }
}

TEST_CASE("a field of the other family is refused") {
  CHECK(tableRefusal(operation(Family::ipv4, Field::SitePrefixLength, 0)) ==
        Refusal::fieldNotInFamily);
  CHECK(tableRefusal(operation(Family::ipv4, Field::AdvertiseDefaultRoute, 0)) ==
        Refusal::fieldNotInFamily);
}

TEST_CASE("numbers that name no family or no field are refused") {
  CHECK(tableRefusal(operation(static_cast<Family>(0), Field::Metric, 1)) ==
        Refusal::unknownFamily);
  CHECK(tableRefusal(operation(static_cast<Family>(65535), Field::Metric, 1)) ==
        Refusal::unknownFamily);
  CHECK(tableRefusal(operation(Family::ipv4, static_cast<Field>(35), 1)) == Refusal::unknownField);
}

}  // namespace
}  // namespace interface_panel
