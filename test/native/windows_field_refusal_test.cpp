// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "stack/windows/field_refusal.h"

namespace interface_panel {
namespace {

constexpr std::uint32_t kEthernetType = 6;
constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;

IpInterface rowOfZeros(Family family) {
  IpInterface row;
  row.key = {makeLuid(kEthernetType, 1), family};
  row.values.fill(0);
  return row;
}

bool hasRefusal(const std::vector<FieldRefusal>& refusals, Field field, Refusal reason) {
  return std::any_of(refusals.begin(), refusals.end(), [&](const FieldRefusal& refusal) {
    return refusal.field == field && refusal.reason == reason;
  });
}

}  // namespace

TEST_CASE("the mark for unchanged is no value to ask for") {
  CHECK(valueRefusal(Field::BaseReachableTime, 0xFFFFFFFE, 1500) == Refusal::none);
  CHECK(valueRefusal(Field::BaseReachableTime, 0xFFFFFFFF, 1500) == Refusal::outOfRange);
}

TEST_CASE("an MTU above a known link MTU is refused") {
  CHECK(valueRefusal(Field::NlMtu, 1500, 1500) == Refusal::none);
  CHECK(valueRefusal(Field::NlMtu, 1501, 1500) == Refusal::mtuAboveLinkMtu);
  CHECK(valueRefusal(Field::NlMtu, 9000, 0) == Refusal::none);
  CHECK(valueRefusal(Field::Metric, 1501, 1500) == Refusal::none);
}

TEST_CASE("every settable field of loopback is refused") {
  const auto refusals = fieldRefusals(rowOfZeros(Family::ipv6), kSoftwareLoopbackType);
  for (const FieldInfo& info : fieldTable()) {
    CHECK(hasRefusal(refusals, info.field, Refusal::loopbackReadOnly) == info.ipv6.has_value());
  }
}

TEST_CASE("neighbour unreachability detection goes one way") {
  for (const std::int64_t now : {0, 1}) {
    IpInterface row = rowOfZeros(Family::ipv4);
    row.value(Field::UseNeighborUnreachabilityDetection) = now;
    CHECK(fieldRefusal(row, kEthernetType, Field::UseNeighborUnreachabilityDetection) ==
          Refusal::oneWay);
  }
}

TEST_CASE("the M and O flags are refused while routers set them") {
  IpInterface row = rowOfZeros(Family::ipv6);
  CHECK(fieldRefusal(row, kEthernetType, kManaged) == Refusal::none);

  row.value(Field::RouterDiscoveryBehavior) = 1;
  CHECK(areAddressFlagsAdvertised(row));
  CHECK(fieldRefusal(row, kEthernetType, kManaged) == Refusal::notAvailable);

  row.value(Field::AdvertisingEnabled) = 1;
  CHECK_FALSE(areAddressFlagsAdvertised(row));
  CHECK(fieldRefusal(row, kEthernetType, kManaged) == Refusal::none);

  row = rowOfZeros(Family::ipv4);
  row.value(Field::RouterDiscoveryBehavior) = 1;
  CHECK_FALSE(areAddressFlagsAdvertised(row));
}

TEST_CASE("a field without a value is refused") {
  IpInterface row = rowOfZeros(Family::ipv4);
  row.value(Field::WeakHostSend).reset();
  CHECK(fieldRefusal(row, kEthernetType, Field::WeakHostSend) == Refusal::notAvailable);
}

TEST_CASE("an ordinary row refuses nothing but what goes one way") {
  CHECK(fieldRefusals(rowOfZeros(Family::ipv4), kEthernetType).size() == 1);
}

}  // namespace interface_panel
