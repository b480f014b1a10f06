// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <algorithm>

#include "stack/windows/row_footprint.h"

namespace interface_panel {
namespace {

using Fields = std::vector<Field>;

constexpr Field kManaged = Field::ManagedAddressConfigurationSupported;
constexpr Field kOther = Field::OtherStatefulConfigurationSupported;
constexpr std::int64_t kComputed = RowFootprint::kComputed;

RowFootprint ownMetric() {
  RowFootprint footprint;
  for (std::size_t index = 0; index < footprint.adapter.size(); ++index) {
    footprint.adapter[index] = static_cast<std::uint8_t>(0xA0 + index);
  }
  footprint.members = {{Field::UseAutomaticMetric, 0}, {Field::Metric, 0x01020304}};
  return footprint;
}

Operation changeOf(Field field, Family family) {
  return {{0x0102030405060708, family}, field, 0, 0};
}

const Operation kMetricChange = changeOf(Field::Metric, Family::ipv4);

std::optional<RowFootprint> throughBytes(const RowFootprint& footprint, Field field,
                                         Family family) {
  const Operation operation = changeOf(field, family);
  return decode(encode(footprint, operation), operation);
}

RowFootprint discovery(std::int64_t managed, std::int64_t other, std::int64_t behavior) {
  return {{}, {{kManaged, managed}, {kOther, other}, {Field::RouterDiscoveryBehavior, behavior}}};
}

}  // namespace

TEST_CASE("a change of the metric may alter both members of the pair") {
  const Fields pair{Field::UseAutomaticMetric, Field::Metric};
  CHECK(alteredFields(Field::Metric, Family::ipv4) == pair);
  CHECK(alteredFields(Field::UseAutomaticMetric, Family::ipv6) == pair);
}

TEST_CASE("router discovery and advertising may alter the M and O flags on IPv6 alone") {
  for (const Field field : {Field::RouterDiscoveryBehavior, Field::AdvertisingEnabled}) {
    CHECK(alteredFields(field, Family::ipv4) == Fields{field});
    const Fields altered = alteredFields(field, Family::ipv6);
    CHECK(altered.size() == 3);
    CHECK(std::is_sorted(altered.begin(), altered.end()));
  }
}

TEST_CASE("every other field alters itself alone") {
  for (const Field field : {Field::NlMtu, Field::DisableDefaultRoutes, kManaged, kOther}) {
    CHECK(alteredFields(field, Family::ipv6) == Fields{field});
  }
}

TEST_CASE("the encoding is the documented one") {
  const Footprint expected{1,    25,   2,    0,    8,    7,    6,    5,    4,    3,    2,    1,
                           0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB,
                           0xAC, 0xAD, 0xAE, 0xAF, 11,   0,    0,    0,    0,    0,    0,    0,
                           0,    25,   4,    3,    2,    1,    0,    0,    0,    0};
  CHECK(encode(ownMetric(), kMetricChange) == expected);
  CHECK(decode(expected, kMetricChange) == ownMetric());
}

TEST_CASE("a footprint cut or grown at any byte is refused") {
  const Footprint whole = encode(ownMetric(), kMetricChange);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Footprint cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    CHECK_FALSE(decode(cut, kMetricChange));
  }
  Footprint grown = whole;
  grown.push_back(0);
  CHECK_FALSE(decode(grown, kMetricChange));
}

TEST_CASE("another version, field, family, LUID or member is refused") {
  for (const std::size_t offset : {0U, 1U, 2U, 3U, 4U, 11U, 28U, 37U}) {
    Footprint bytes = encode(ownMetric(), kMetricChange);
    ++bytes[offset];
    CHECK_FALSE(decode(bytes, kMetricChange));
  }
}

TEST_CASE("a footprint of the same members, captured for another field or family, is refused") {
  const Footprint bytes = encode(ownMetric(), kMetricChange);
  CHECK_FALSE(decode(bytes, changeOf(Field::UseAutomaticMetric, Family::ipv4)));
  CHECK_FALSE(decode(bytes, changeOf(Field::Metric, Family::ipv6)));
}

TEST_CASE("a footprint of another field is refused") {
  CHECK_FALSE(throughBytes({{}, {{Field::NlMtu, 1500}}}, Field::DadTransmits, Family::ipv4));
  CHECK_FALSE(throughBytes(ownMetric(), Field::NlMtu, Family::ipv4));
  CHECK_FALSE(throughBytes({{}, {{Field::RouterDiscoveryBehavior, 1}}},
                           Field::RouterDiscoveryBehavior, Family::ipv6));
}

TEST_CASE("values that the member cannot hold are refused") {
  const auto accepts = [](Field field, std::int64_t value) {
    return throughBytes({{}, {{field, value}}}, field, Family::ipv4).has_value();
  };
  CHECK(accepts(Field::DisableDefaultRoutes, 1));
  CHECK_FALSE(accepts(Field::DisableDefaultRoutes, 2));
  CHECK_FALSE(accepts(Field::DisableDefaultRoutes, -1));
  CHECK(accepts(Field::NlMtu, 0xFFFFFFFF));
  CHECK_FALSE(accepts(Field::NlMtu, 0x100000000));
  CHECK_FALSE(accepts(Field::NlMtu, -2));
  CHECK(accepts(Field::LinkLocalAddressBehavior, 2));
  CHECK_FALSE(accepts(Field::LinkLocalAddressBehavior, 3));
  CHECK_FALSE(accepts(Field::LinkLocalAddressBehavior, -1));
}

TEST_CASE("the metric is computed exactly while it is automatic") {
  const auto accepts = [](std::int64_t automatic, std::int64_t metric) {
    const RowFootprint footprint{{},
                                 {{Field::UseAutomaticMetric, automatic}, {Field::Metric, metric}}};
    return throughBytes(footprint, Field::UseAutomaticMetric, Family::ipv6).has_value();
  };
  CHECK(accepts(1, kComputed));
  CHECK(accepts(0, 25));
  CHECK_FALSE(accepts(1, 25));
  CHECK_FALSE(accepts(0, kComputed));
  CHECK_FALSE(accepts(kComputed, 25));
}

TEST_CASE("the M and O flags are computed together, and never the changed field itself") {
  const auto accepts = [](std::int64_t managed, std::int64_t other, std::int64_t behavior) {
    return throughBytes(discovery(managed, other, behavior), Field::RouterDiscoveryBehavior,
                        Family::ipv6)
        .has_value();
  };
  CHECK(accepts(0, 1, 0));
  CHECK(accepts(kComputed, kComputed, 1));
  CHECK_FALSE(accepts(kComputed, 1, 1));
  CHECK_FALSE(accepts(0, kComputed, 1));
  CHECK_FALSE(accepts(0, 1, kComputed));
  CHECK_FALSE(throughBytes({{}, {{kManaged, kComputed}}}, kManaged, Family::ipv6));
}

}  // namespace interface_panel
