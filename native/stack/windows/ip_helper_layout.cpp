// SPDX-License-Identifier: MIT
// Pins the layouts that the stack shares with iphlpapi.dll on 64-bit Windows. They are the same in
// every version of the API; a compiler or a header that disagrees must not build.

#include <cstddef>

#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

// MIB_IPINTERFACE_ROW
static_assert(sizeof(MIB_IPINTERFACE_ROW) == 168);
static_assert(alignof(MIB_IPINTERFACE_ROW) == 8);
static_assert(offsetof(MIB_IPINTERFACE_ROW, Family) == 0);
static_assert(offsetof(MIB_IPINTERFACE_ROW, InterfaceLuid) == 8);
static_assert(offsetof(MIB_IPINTERFACE_ROW, InterfaceIndex) == 16);
static_assert(offsetof(MIB_IPINTERFACE_ROW, MaxReassemblySize) == 20);
static_assert(offsetof(MIB_IPINTERFACE_ROW, InterfaceIdentifier) == 24);
static_assert(offsetof(MIB_IPINTERFACE_ROW, MinRouterAdvertisementInterval) == 32);
static_assert(offsetof(MIB_IPINTERFACE_ROW, MaxRouterAdvertisementInterval) == 36);
static_assert(offsetof(MIB_IPINTERFACE_ROW, AdvertisingEnabled) == 40);
static_assert(offsetof(MIB_IPINTERFACE_ROW, ForwardingEnabled) == 41);
static_assert(offsetof(MIB_IPINTERFACE_ROW, WeakHostSend) == 42);
static_assert(offsetof(MIB_IPINTERFACE_ROW, WeakHostReceive) == 43);
static_assert(offsetof(MIB_IPINTERFACE_ROW, UseAutomaticMetric) == 44);
static_assert(offsetof(MIB_IPINTERFACE_ROW, UseNeighborUnreachabilityDetection) == 45);
static_assert(offsetof(MIB_IPINTERFACE_ROW, ManagedAddressConfigurationSupported) == 46);
static_assert(offsetof(MIB_IPINTERFACE_ROW, OtherStatefulConfigurationSupported) == 47);
static_assert(offsetof(MIB_IPINTERFACE_ROW, AdvertiseDefaultRoute) == 48);
static_assert(offsetof(MIB_IPINTERFACE_ROW, RouterDiscoveryBehavior) == 52);
static_assert(offsetof(MIB_IPINTERFACE_ROW, DadTransmits) == 56);
static_assert(offsetof(MIB_IPINTERFACE_ROW, BaseReachableTime) == 60);
static_assert(offsetof(MIB_IPINTERFACE_ROW, RetransmitTime) == 64);
static_assert(offsetof(MIB_IPINTERFACE_ROW, PathMtuDiscoveryTimeout) == 68);
static_assert(offsetof(MIB_IPINTERFACE_ROW, LinkLocalAddressBehavior) == 72);
static_assert(offsetof(MIB_IPINTERFACE_ROW, LinkLocalAddressTimeout) == 76);
static_assert(offsetof(MIB_IPINTERFACE_ROW, ZoneIndices) == 80);
static_assert(offsetof(MIB_IPINTERFACE_ROW, SitePrefixLength) == 144);
static_assert(offsetof(MIB_IPINTERFACE_ROW, Metric) == 148);
static_assert(offsetof(MIB_IPINTERFACE_ROW, NlMtu) == 152);
static_assert(offsetof(MIB_IPINTERFACE_ROW, Connected) == 156);
static_assert(offsetof(MIB_IPINTERFACE_ROW, SupportsWakeUpPatterns) == 157);
static_assert(offsetof(MIB_IPINTERFACE_ROW, SupportsNeighborDiscovery) == 158);
static_assert(offsetof(MIB_IPINTERFACE_ROW, SupportsRouterDiscovery) == 159);
static_assert(offsetof(MIB_IPINTERFACE_ROW, ReachableTime) == 160);
static_assert(offsetof(MIB_IPINTERFACE_ROW, TransmitOffload) == 164);
static_assert(offsetof(MIB_IPINTERFACE_ROW, ReceiveOffload) == 165);
static_assert(offsetof(MIB_IPINTERFACE_ROW, DisableDefaultRoutes) == 166);

// MIB_IF_ROW2
static_assert(sizeof(MIB_IF_ROW2) == 1352);
static_assert(alignof(MIB_IF_ROW2) == 8);
static_assert(offsetof(MIB_IF_ROW2, InterfaceLuid) == 0);
static_assert(offsetof(MIB_IF_ROW2, InterfaceIndex) == 8);
static_assert(offsetof(MIB_IF_ROW2, InterfaceGuid) == 12);
static_assert(offsetof(MIB_IF_ROW2, Alias) == 28);
static_assert(offsetof(MIB_IF_ROW2, Description) == 542);
static_assert(offsetof(MIB_IF_ROW2, PhysicalAddressLength) == 1056);
static_assert(offsetof(MIB_IF_ROW2, PhysicalAddress) == 1060);
static_assert(offsetof(MIB_IF_ROW2, PermanentPhysicalAddress) == 1092);
static_assert(offsetof(MIB_IF_ROW2, Mtu) == 1124);
static_assert(offsetof(MIB_IF_ROW2, Type) == 1128);
static_assert(offsetof(MIB_IF_ROW2, TunnelType) == 1132);
static_assert(offsetof(MIB_IF_ROW2, PhysicalMediumType) == 1140);
static_assert(offsetof(MIB_IF_ROW2, InterfaceAndOperStatusFlags) == 1152);
static_assert(sizeof(MIB_IF_ROW2::InterfaceAndOperStatusFlags) == 1);
static_assert(offsetof(MIB_IF_ROW2, OperStatus) == 1156);
static_assert(offsetof(MIB_IF_ROW2, AdminStatus) == 1160);
static_assert(offsetof(MIB_IF_ROW2, MediaConnectState) == 1164);
static_assert(offsetof(MIB_IF_ROW2, TransmitLinkSpeed) == 1192);
static_assert(offsetof(MIB_IF_ROW2, ReceiveLinkSpeed) == 1200);
static_assert(offsetof(MIB_IF_ROW2, OutQLen) == 1344);

// MIB_IPFORWARD_ROW2
static_assert(sizeof(MIB_IPFORWARD_ROW2) == 104);
static_assert(offsetof(MIB_IPFORWARD_ROW2, InterfaceLuid) == 0);
static_assert(offsetof(MIB_IPFORWARD_ROW2, InterfaceIndex) == 8);
static_assert(offsetof(MIB_IPFORWARD_ROW2, DestinationPrefix) == 12);
static_assert(offsetof(IP_ADDRESS_PREFIX, PrefixLength) == 28);
static_assert(offsetof(MIB_IPFORWARD_ROW2, NextHop) == 44);
static_assert(offsetof(MIB_IPFORWARD_ROW2, ValidLifetime) == 76);
static_assert(offsetof(MIB_IPFORWARD_ROW2, PreferredLifetime) == 80);
static_assert(offsetof(MIB_IPFORWARD_ROW2, Metric) == 84);
static_assert(offsetof(MIB_IPFORWARD_ROW2, Protocol) == 88);
static_assert(offsetof(MIB_IPFORWARD_ROW2, Loopback) == 92);
static_assert(offsetof(MIB_IPFORWARD_ROW2, Age) == 96);
static_assert(offsetof(MIB_IPFORWARD_ROW2, Origin) == 100);

// SOCKADDR_INET
static_assert(sizeof(SOCKADDR_INET) == 28);
static_assert(alignof(SOCKADDR_INET) == 4);
static_assert(offsetof(SOCKADDR_IN, sin_addr) == 4);
static_assert(offsetof(SOCKADDR_IN6, sin6_addr) == 8);
static_assert(offsetof(SOCKADDR_IN6, sin6_scope_id) == 24);

// Tables: the rows begin after padding, at 8.
static_assert(offsetof(MIB_IF_TABLE2, Table) == 8);
static_assert(offsetof(MIB_IPINTERFACE_TABLE, Table) == 8);
static_assert(offsetof(MIB_UNICASTIPADDRESS_TABLE, Table) == 8);
static_assert(offsetof(MIB_IPFORWARD_TABLE2, Table) == 8);

}  // namespace interface_panel
