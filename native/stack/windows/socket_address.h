// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stack/snapshot.h"
#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

/// The family of this number, or none if it is neither AF_INET nor AF_INET6.
std::optional<Family> familyFromNumber(ADDRESS_FAMILY number);

/// The address in a SOCKADDR_INET; the IPv4 zero address for one whose family was never filled in.
IpAddress ipAddress(const SOCKADDR_INET& address);

/// The address in a SOCKET_ADDRESS, or none if it is null, too short or of another family.
std::optional<IpAddress> ipAddress(const SOCKET_ADDRESS& address);

/// The SOCKADDR_INET of an address, port 0.
SOCKADDR_INET socketAddress(const IpAddress& address);

}  // namespace interface_panel
