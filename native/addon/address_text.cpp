// SPDX-License-Identifier: MIT
#include "addon/address_text.h"

#ifdef _WIN32
#include <winsock2.h>
// After winsock2.h, which it needs.
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <system_error>

namespace interface_panel {
namespace {

constexpr std::size_t kGroupCount = 8;

/// A run of zero groups that "::" stands for.
struct ZeroRun {
  std::size_t start = kGroupCount;
  std::size_t length = 0;
};

template <typename Integer>
void appendNumber(std::string& text, Integer value, int base = 10) {
  char digits[16];
  const auto result = std::to_chars(std::begin(digits), std::end(digits), value, base);
  text.append(digits, static_cast<std::size_t>(result.ptr - digits));
}

void appendDotted(std::string& text, std::span<const std::uint8_t> bytes) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (i > 0) text += '.';
    appendNumber(text, bytes[i]);
  }
}

unsigned group(const IpAddress& address, std::size_t index) {
  return (static_cast<unsigned>(address.bytes[2 * index]) << 8) | address.bytes[2 * index + 1];
}

/// The longest run of at least two zero groups, the first of equals (RFC 5952, 4.2).
ZeroRun longestZeroRun(const IpAddress& address) {
  ZeroRun longest;
  for (std::size_t start = 0; start < kGroupCount; ++start) {
    std::size_t end = start;
    while (end < kGroupCount && group(address, end) == 0) ++end;
    if (end - start >= 2 && end - start > longest.length) longest = {start, end - start};
  }
  return longest;
}

/// ::ffff:0:0/96, whose last four bytes RFC 5952, 5 writes in dotted decimal.
bool isMappedIpv4(const IpAddress& address) {
  return std::all_of(address.bytes.begin(), address.bytes.begin() + 10,
                     [](std::uint8_t byte) { return byte == 0; }) &&
         group(address, 5) == 0xFFFF;
}

void appendGroups(std::string& text, const IpAddress& address) {
  const ZeroRun run = longestZeroRun(address);
  for (std::size_t i = 0; i < kGroupCount;) {
    if (i == run.start) {
      text += "::";
      i += run.length;
      continue;
    }
    if (i > 0 && i != run.start + run.length) text += ':';
    appendNumber(text, group(address, i), 16);
    ++i;
  }
}

/// The family's own number on this platform, which inet_pton wants.
constexpr int platformFamily(Family family) { return family == Family::ipv4 ? AF_INET : AF_INET6; }

/// Room for the longest text of an address and its terminating zero.
using AddressBuffer = std::array<char, 64>;

std::optional<IpAddress> parseBytes(std::string_view text, Family family) {
  AddressBuffer terminated{};
  if (text.size() >= terminated.size() || text.find('\0') != std::string_view::npos) return {};
  std::copy(text.begin(), text.end(), terminated.begin());
  IpAddress address{.family = family, .bytes = {}, .scopeId = 0};
  const int parsed = inet_pton(platformFamily(family), terminated.data(), address.bytes.data());
  return parsed == 1 ? std::optional(address) : std::nullopt;
}

std::optional<std::uint32_t> parseZone(std::string_view text) {
  std::uint32_t zone = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), zone);
  if (error != std::errc() || end != text.data() + text.size() || zone == 0) return {};
  return zone;
}

}  // namespace

std::string addressText(const IpAddress& address) {
  std::string text;
  if (address.family == Family::ipv4) {
    appendDotted(text, address.bytes);
    return text;
  }
  if (isMappedIpv4(address)) {
    text += "::ffff:";
    appendDotted(text, std::span(address.bytes).subspan(12));
  } else {
    appendGroups(text, address);
  }
  if (address.scopeId != 0) {
    text += '%';
    appendNumber(text, address.scopeId);
  }
  return text;
}

std::optional<IpAddress> parseAddress(std::string_view text) {
  if (text.find(':') == std::string_view::npos) return parseBytes(text, Family::ipv4);
  const std::size_t percent = text.find('%');
  std::optional<IpAddress> address = parseBytes(text.substr(0, percent), Family::ipv6);
  if (!address || percent == std::string_view::npos) return address;
  const std::optional<std::uint32_t> zone = parseZone(text.substr(percent + 1));
  if (!zone) return {};
  address->scopeId = *zone;
  return address;
}

}  // namespace interface_panel
