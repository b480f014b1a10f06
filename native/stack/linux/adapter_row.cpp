// SPDX-License-Identifier: MIT
#include "stack/linux/adapter_row.h"

#include <net/if.h>

#include <array>

namespace interface_panel {
namespace {

constexpr std::uint64_t kSpeedUnknown = ~std::uint64_t{0};
constexpr char32_t kReplacement = 0xFFFD;

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

// The code point at `at`, which is moved past it; a byte that begins none is replaced.
char32_t takeCodePoint(const std::string& text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < more) return kReplacement;
  char32_t point = first & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return kReplacement;
    point = point << 6 | (byte(at + i) & 0x3FU);
  }
  constexpr std::array<char32_t, 4> least{0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < least[more] || point > 0x10FFFF || surrogate) return kReplacement;
  at += more;
  return point;
}

}  // namespace

std::u16string utf16FromUtf8(const std::string& text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = takeCodePoint(text, at);
    if (point < 0x10000) {
      units.push_back(static_cast<char16_t>(point));
    } else {
      units.push_back(static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10)));
      units.push_back(static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF)));
    }
  }
  return units;
}

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
