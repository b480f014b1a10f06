// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "stack/snapshot.h"

namespace interface_panel {

/// The one text of an address: dotted decimal for IPv4, RFC 5952 for IPv6, with the zone as its
/// number after a percent sign (RFC 4007, section 11) where there is one.
std::string addressText(const IpAddress& address);

/// Reads an address back; any text form of IPv6 is accepted, a zone only as a number. None when
/// `text` is no address.
std::optional<IpAddress> parseAddress(std::string_view text);

}  // namespace interface_panel
