// SPDX-License-Identifier: MIT
#include "stack/windows/socket_address.h"

#include <cstring>

namespace interface_panel {

std::optional<Family> familyFromNumber(ADDRESS_FAMILY number) {
  if (number == AF_INET) return Family::ipv4;
  if (number == AF_INET6) return Family::ipv6;
  return std::nullopt;
}

IpAddress ipAddress(const SOCKADDR_INET& address) {
  IpAddress result;
  if (address.si_family == AF_INET6) {
    result.family = Family::ipv6;
    result.scopeId = address.Ipv6.sin6_scope_id;
    std::memcpy(result.bytes.data(), &address.Ipv6.sin6_addr, sizeof(address.Ipv6.sin6_addr));
  } else if (address.si_family == AF_INET) {
    std::memcpy(result.bytes.data(), &address.Ipv4.sin_addr, sizeof(address.Ipv4.sin_addr));
  }
  return result;
}

std::optional<IpAddress> ipAddress(const SOCKET_ADDRESS& address) {
  if (address.lpSockaddr == nullptr || address.iSockaddrLength < 0) return std::nullopt;
  const auto length = static_cast<std::size_t>(address.iSockaddrLength);
  const ADDRESS_FAMILY family = address.lpSockaddr->sa_family;
  SOCKADDR_INET copy{};
  if (family == AF_INET && length >= sizeof(copy.Ipv4)) {
    std::memcpy(&copy.Ipv4, address.lpSockaddr, sizeof(copy.Ipv4));
  } else if (family == AF_INET6 && length >= sizeof(copy.Ipv6)) {
    std::memcpy(&copy.Ipv6, address.lpSockaddr, sizeof(copy.Ipv6));
  } else {
    return std::nullopt;
  }
  return ipAddress(copy);
}

SOCKADDR_INET socketAddress(const IpAddress& address) {
  SOCKADDR_INET result{};
  result.si_family = static_cast<ADDRESS_FAMILY>(address.family);
  if (address.family == Family::ipv6) {
    result.Ipv6.sin6_scope_id = address.scopeId;
    std::memcpy(&result.Ipv6.sin6_addr, address.bytes.data(), sizeof(result.Ipv6.sin6_addr));
  } else {
    std::memcpy(&result.Ipv4.sin_addr, address.bytes.data(), sizeof(result.Ipv4.sin_addr));
  }
  return result;
}

}  // namespace interface_panel
