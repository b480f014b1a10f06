// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stack/snapshot.h"
#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

/// "{8-4-4-4-12}" in upper case.
std::string guidText(const GUID& guid);

/// The adapter's name, without the zeros behind it.
std::u16string aliasOf(const MIB_IF_ROW2& row);

Adapter adapterFromRow(const MIB_IF_ROW2& row);

/// The row with all its members, without the refusals, which need the adapter.
/// Its family is AF_INET or AF_INET6.
IpInterface ipInterfaceFromRow(const MIB_IPINTERFACE_ROW& row);

UnicastAddress unicastAddressFromRow(const MIB_UNICASTIPADDRESS_ROW& row);

Route routeFromRow(const MIB_IPFORWARD_ROW2& row);

/// What GetBestRoute2 answered.
BestRoute bestRouteFromRow(const MIB_IPFORWARD_ROW2& row, const SOCKADDR_INET& source);

}  // namespace interface_panel
