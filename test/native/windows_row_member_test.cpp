// SPDX-License-Identifier: MIT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstring>

#include "stack/windows/row_member.h"

namespace interface_panel {
namespace {

struct Place {
  Field field;
  std::size_t offset;
  std::size_t width;
};

// Offsets and widths on x64, measured apart from the compiler's own offsetof.
constexpr Place kPlaces[] = {
    {Field::Family, 0, 2},
    {Field::InterfaceLuid, 8, 8},
    {Field::InterfaceIndex, 16, 4},
    {Field::MaxReassemblySize, 20, 4},
    {Field::InterfaceIdentifier, 24, 8},
    {Field::MinRouterAdvertisementInterval, 32, 4},
    {Field::MaxRouterAdvertisementInterval, 36, 4},
    {Field::AdvertisingEnabled, 40, 1},
    {Field::ForwardingEnabled, 41, 1},
    {Field::WeakHostSend, 42, 1},
    {Field::WeakHostReceive, 43, 1},
    {Field::UseAutomaticMetric, 44, 1},
    {Field::UseNeighborUnreachabilityDetection, 45, 1},
    {Field::ManagedAddressConfigurationSupported, 46, 1},
    {Field::OtherStatefulConfigurationSupported, 47, 1},
    {Field::AdvertiseDefaultRoute, 48, 1},
    {Field::RouterDiscoveryBehavior, 52, 4},
    {Field::DadTransmits, 56, 4},
    {Field::BaseReachableTime, 60, 4},
    {Field::RetransmitTime, 64, 4},
    {Field::PathMtuDiscoveryTimeout, 68, 4},
    {Field::LinkLocalAddressBehavior, 72, 4},
    {Field::LinkLocalAddressTimeout, 76, 4},
    {Field::SitePrefixLength, 144, 4},
    {Field::Metric, 148, 4},
    {Field::NlMtu, 152, 4},
    {Field::Connected, 156, 1},
    {Field::SupportsWakeUpPatterns, 157, 1},
    {Field::SupportsNeighborDiscovery, 158, 1},
    {Field::SupportsRouterDiscovery, 159, 1},
    {Field::ReachableTime, 160, 4},
    {Field::TransmitOffload, 164, 1},
    {Field::ReceiveOffload, 165, 1},
    {Field::DisableDefaultRoutes, 166, 1},
};

}  // namespace

TEST_CASE("every member but ZoneIndices is written in its place and nowhere else") {
  CHECK(std::size(kPlaces) == kFieldCount - 1);
  for (const Place& place : kPlaces) {
    CAPTURE(fieldInfo(place.field).name);
    MIB_IPINTERFACE_ROW row;
    std::memset(&row, 0xCC, sizeof(row));
    writeMember(row, place.field, 0x0102030405060708);

    unsigned char expected[sizeof(row)];
    std::memset(expected, 0xCC, sizeof(expected));
    for (std::size_t index = 0; index < place.width; ++index) {
      expected[place.offset + index] = static_cast<unsigned char>(8 - index);
    }
    CHECK(std::memcmp(&row, expected, sizeof(row)) == 0);
    CHECK(readMember(row, place.field) ==
          (0x0102030405060708 & (place.width == 8 ? ~0LL : (1LL << (8 * place.width)) - 1)));
  }
}

TEST_CASE("ZoneIndices is no number: it reads as 0 and is left alone") {
  MIB_IPINTERFACE_ROW row;
  std::memset(&row, 0xCC, sizeof(row));
  const MIB_IPINTERFACE_ROW before = row;
  CHECK(readMember(row, Field::ZoneIndices) == 0);
  writeMember(row, Field::ZoneIndices, 1);
  CHECK(std::memcmp(&row, &before, sizeof(row)) == 0);
}

TEST_CASE("the marks for unchanged are no values") {
  MIB_IPINTERFACE_ROW row;
  std::memset(&row, 0xFF, sizeof(row));
  CHECK_FALSE(fieldValue(row, Field::DisableDefaultRoutes));
  CHECK_FALSE(fieldValue(row, Field::RouterDiscoveryBehavior));
  CHECK(readMember(row, Field::RouterDiscoveryBehavior) == -1);
  // The MTU of loopback.
  CHECK(fieldValue(row, Field::NlMtu) == 4294967295);
}

TEST_CASE("any other BOOLEAN but 0 is 1") {
  MIB_IPINTERFACE_ROW row{};
  CHECK(fieldValue(row, Field::WeakHostSend) == 0);
  row.WeakHostSend = 2;
  CHECK(fieldValue(row, Field::WeakHostSend) == 1);
}

}  // namespace interface_panel
