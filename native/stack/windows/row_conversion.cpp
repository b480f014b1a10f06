// SPDX-License-Identifier: MIT
#include "stack/windows/row_conversion.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <string_view>

#include "stack/windows/row_member.h"
#include "stack/windows/socket_address.h"

namespace interface_panel {
namespace {

static_assert(sizeof(WCHAR) == sizeof(char16_t));

void appendHexadecimal(std::string& text, std::uint32_t value, int digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    text += kDigits[(value >> shift) & 0xFU];
  }
}

template <std::size_t kSize>
std::u16string nameText(const WCHAR (&name)[kSize]) {
  return {std::begin(name), std::find(std::begin(name), std::end(name), L'\0')};
}

template <std::size_t kSize>
std::vector<std::uint8_t> physicalAddress(const UCHAR (&bytes)[kSize], ULONG length) {
  return {std::begin(bytes), std::begin(bytes) + std::min<std::size_t>(length, kSize)};
}

IpPrefix ipPrefix(const SOCKADDR_INET& address, UINT8 prefixLength) {
  return {ipAddress(address), prefixLength};
}

}  // namespace

std::string guidText(const GUID& guid) {
  std::string text = "{";
  appendHexadecimal(text, guid.Data1, 8);
  text += '-';
  appendHexadecimal(text, guid.Data2, 4);
  text += '-';
  appendHexadecimal(text, guid.Data3, 4);
  for (std::size_t index = 0; index < std::size(guid.Data4); ++index) {
    if (index == 0 || index == 2) text += '-';
    appendHexadecimal(text, guid.Data4[index], 2);
  }
  return text + '}';
}

std::u16string aliasOf(const MIB_IF_ROW2& row) { return nameText(row.Alias); }

Adapter adapterFromRow(const MIB_IF_ROW2& row) {
  Adapter adapter;
  adapter.luid = row.InterfaceLuid.Value;
  adapter.index = row.InterfaceIndex;
  adapter.guid = guidText(row.InterfaceGuid);
  adapter.alias = aliasOf(row);
  adapter.description = nameText(row.Description);
  adapter.physicalAddress = physicalAddress(row.PhysicalAddress, row.PhysicalAddressLength);
  adapter.permanentPhysicalAddress =
      physicalAddress(row.PermanentPhysicalAddress, row.PhysicalAddressLength);
  adapter.mtu = row.Mtu;
  adapter.type = row.Type;
  adapter.tunnelType = static_cast<std::uint32_t>(row.TunnelType);
  adapter.physicalMediumType = static_cast<std::uint32_t>(row.PhysicalMediumType);
  adapter.interfaceAndOperStatusFlags =
      std::bit_cast<std::uint8_t>(row.InterfaceAndOperStatusFlags);
  adapter.operStatus = static_cast<std::uint32_t>(row.OperStatus);
  adapter.adminStatus = static_cast<std::uint32_t>(row.AdminStatus);
  adapter.mediaConnectState = static_cast<std::uint32_t>(row.MediaConnectState);
  adapter.transmitLinkSpeed = row.TransmitLinkSpeed;
  adapter.receiveLinkSpeed = row.ReceiveLinkSpeed;
  return adapter;
}

IpInterface ipInterfaceFromRow(const MIB_IPINTERFACE_ROW& row) {
  IpInterface ipInterface;
  ipInterface.key = {row.InterfaceLuid.Value, static_cast<Family>(row.Family)};
  ipInterface.index = row.InterfaceIndex;
  for (const FieldInfo& info : fieldTable()) {
    ipInterface.value(info.field) = fieldValue(row, info.field);
  }
  std::copy(std::begin(row.ZoneIndices), std::end(row.ZoneIndices),
            ipInterface.zoneIndices.begin());
  return ipInterface;
}

UnicastAddress unicastAddressFromRow(const MIB_UNICASTIPADDRESS_ROW& row) {
  UnicastAddress address;
  address.luid = row.InterfaceLuid.Value;
  address.address = ipPrefix(row.Address, row.OnLinkPrefixLength);
  address.validLifetime = row.ValidLifetime;
  address.preferredLifetime = row.PreferredLifetime;
  address.dadState = static_cast<std::uint32_t>(row.DadState);
  address.skipAsSource = row.SkipAsSource != FALSE;
  return address;
}

Route routeFromRow(const MIB_IPFORWARD_ROW2& row) {
  Route route;
  route.luid = row.InterfaceLuid.Value;
  route.destination = ipPrefix(row.DestinationPrefix.Prefix, row.DestinationPrefix.PrefixLength);
  route.family = route.destination.address.family;
  route.source.address.family = route.family;
  route.nextHop = ipAddress(row.NextHop);
  route.metric = row.Metric;
  route.protocol = static_cast<std::uint32_t>(row.Protocol);
  route.origin = static_cast<std::uint32_t>(row.Origin);
  route.validLifetime = row.ValidLifetime;
  return route;
}

BestRoute bestRouteFromRow(const MIB_IPFORWARD_ROW2& row, const SOCKADDR_INET& source) {
  BestRoute best;
  best.luid = row.InterfaceLuid.Value;
  best.destination = ipPrefix(row.DestinationPrefix.Prefix, row.DestinationPrefix.PrefixLength);
  best.nextHop = ipAddress(row.NextHop);
  best.source = ipAddress(source);
  best.metric = row.Metric;
  return best;
}

}  // namespace interface_panel
