// SPDX-License-Identifier: MIT
#include "stack/linux/adapter_row.h"

#include <net/if.h>

#include <array>

#include "encoding/utf8.h"

namespace interface_panel {
namespace {

constexpr std::uint64_t kSpeedUnknown = ~std::uint64_t{0};

// InterfaceAndOperStatusFlags of MIB_IF_ROW2.
constexpr std::uint8_t kHardwareInterface = 1U << 0;
constexpr std::uint8_t kConnectorPresent = 1U << 2;
constexpr std::uint8_t kNotMediaConnected = 1U << 4;

constexpr std::uint32_t kAdminUp = 1;
constexpr std::uint32_t kAdminDown = 2;
constexpr std::uint32_t kMediaUnknown = 0;
constexpr std::uint32_t kMediaConnected = 1;
constexpr std::uint32_t kMediaDisconnected = 2;

// IF_OPER_STATUS by the kernel's IF_OPER_* (RFC 2863 ordered differently).
std::uint32_t operStatus(std::uint8_t state) {
  constexpr std::array<std::uint32_t, 7> byKernelState{4, 6, 2, 7, 3, 5, 1};
  return state < byKernelState.size() ? byKernelState[state] : byKernelState[0];
}

std::uint8_t statusFlags(const Link& link) {
  std::uint8_t flags = 0;
  if (link.kind.empty() && !link.parentDevice.empty()) {
    flags |= kHardwareInterface | kConnectorPresent;
  }
  if (link.carrier == false) flags |= kNotMediaConnected;
  return flags;
}

std::uint64_t masterOf(const Link& link, const LuidByIndex& luids) {
  const auto master = luids.find(link.master.value_or(0));
  return master == luids.end() ? 0 : master->second;
}

std::u16string description(const Link& link) {
  if (!link.alias.empty()) return utf16FromUtf8(link.alias);
  return utf16FromUtf8(link.kind.empty() ? link.parentDevice : link.kind);
}

}  // namespace

Adapter makeAdapter(const Link& link, const LuidByIndex& luids,
                    std::optional<std::uint64_t> speed) {
  Adapter adapter;
  adapter.luid = link.luid();
  adapter.index = link.index;
  adapter.alias = utf16FromUtf8(link.name);
  adapter.description = description(link);
  adapter.physicalAddress = link.address;
  adapter.permanentPhysicalAddress = link.permanentAddress;
  adapter.mtu = link.mtu;
  adapter.type = link.type;
  adapter.interfaceAndOperStatusFlags = statusFlags(link);
  adapter.operStatus = operStatus(link.operState);
  adapter.adminStatus = (link.flags & IFF_UP) != 0 ? kAdminUp : kAdminDown;
  adapter.mediaConnectState = !link.carrier   ? kMediaUnknown
                              : *link.carrier ? kMediaConnected
                                              : kMediaDisconnected;
  adapter.transmitLinkSpeed = speed.value_or(kSpeedUnknown);
  adapter.receiveLinkSpeed = adapter.transmitLinkSpeed;
  adapter.linkKind = link.kind;
  adapter.master = masterOf(link, luids);
  adapter.tunType = link.tunType;
  return adapter;
}

}  // namespace interface_panel
