// SPDX-License-Identifier: MIT
#include "stack/simulated/default_ip_interface.h"

#include <algorithm>

#include "stack/simulated/automatic_metric.h"
#include "stack/simulated/network.h"

namespace interface_panel::simulated {
namespace {

constexpr std::uint32_t kPppType = 23;
constexpr std::uint32_t kMediaConnected = 1;
constexpr std::uint8_t kHardwareInterface = 0x01;
/// NL_INTERFACE_OFFLOAD_ROD: NlChecksum, TlDatagramChecksum, TlStreamChecksum.
constexpr std::int64_t kChecksumOffload = 0x0D;
constexpr std::int64_t kLargeSendOffload2 = 0x80;
constexpr std::int64_t kReportedSitePrefixLength = 64;
/// SCOPE_LEVEL numbers with a zone that is the interface, and the site, which is number 1.
constexpr std::size_t kLastInterfaceScope = 4;
constexpr std::size_t kSiteScope = 5;

void putKeys(IpInterface& row, const Adapter& adapter, Family family) {
  row.key = {adapter.luid, family};
  row.index = adapter.index;
  row.value(Field::Family) = static_cast<std::int64_t>(family);
  row.value(Field::InterfaceLuid) = static_cast<std::int64_t>(adapter.luid);
  row.value(Field::InterfaceIndex) = adapter.index;
}

void putRouterMembers(IpInterface& row, Family family) {
  const bool isIpv6 = family == Family::ipv6;
  row.value(Field::MinRouterAdvertisementInterval) = 200;
  row.value(Field::MaxRouterAdvertisementInterval) = 600;
  row.value(Field::ManagedAddressConfigurationSupported) = isIpv6 ? 0 : 1;
  row.value(Field::OtherStatefulConfigurationSupported) = isIpv6 ? 0 : 1;
  row.value(Field::RouterDiscoveryBehavior) = isIpv6 ? 1 : 2;
  row.value(Field::LinkLocalAddressBehavior) = isIpv6 ? 2 : 1;
  row.value(Field::SitePrefixLength) = kReportedSitePrefixLength;
}

void putNeighborMembers(IpInterface& row, const Adapter& adapter, Family family) {
  const bool isLoopback = adapter.type == kLoopbackType;
  const bool hasNeighbors = !isLoopback && adapter.type != kPppType;
  row.value(Field::UseNeighborUnreachabilityDetection) = hasNeighbors ? 1 : 0;
  row.value(Field::SupportsNeighborDiscovery) = isLoopback ? 0 : 1;
  row.value(Field::SupportsRouterDiscovery) = isLoopback ? 0 : 1;
  row.value(Field::DadTransmits) = !hasNeighbors ? 0 : family == Family::ipv4 ? 3 : 1;
  row.value(Field::BaseReachableTime) = 30000;
  row.value(Field::RetransmitTime) = 1000;
  // Between half and one and a half of the base (RFC 4861 section 6.3.2), another one for each row.
  row.value(Field::ReachableTime) = 15000 + (adapter.index * 3500) % 30000;
  row.value(Field::PathMtuDiscoveryTimeout) = 600000;
  row.value(Field::LinkLocalAddressTimeout) = 6500;
}

void putLinkMembers(IpInterface& row, const Adapter& adapter) {
  const bool isHardware = (adapter.interfaceAndOperStatusFlags & kHardwareInterface) != 0;
  row.value(Field::UseAutomaticMetric) = 1;
  row.value(Field::Metric) = automaticMetric(adapter);
  row.value(Field::NlMtu) = adapter.mtu;
  row.value(Field::Connected) =
      adapter.mediaConnectState == kMediaConnected || adapter.type == kLoopbackType ? 1 : 0;
  row.value(Field::SupportsWakeUpPatterns) = isHardware ? 1 : 0;
  row.value(Field::TransmitOffload) = isHardware ? kChecksumOffload | kLargeSendOffload2 : 0;
  row.value(Field::ReceiveOffload) = isHardware ? kChecksumOffload : 0;
}

void putZones(IpInterface& row, const Adapter& adapter) {
  if (row.key.family == Family::ipv6) {
    std::fill(row.zoneIndices.begin() + 1, row.zoneIndices.begin() + kLastInterfaceScope + 1,
              adapter.index);
  }
  row.zoneIndices[kSiteScope] = 1;
}

}  // namespace

IpInterface defaultIpInterface(const Adapter& adapter, Family family) {
  IpInterface row;
  row.values.fill(0);
  putKeys(row, adapter, family);
  putRouterMembers(row, family);
  putNeighborMembers(row, adapter, family);
  putLinkMembers(row, adapter);
  putZones(row, adapter);
  return row;
}

}  // namespace interface_panel::simulated
