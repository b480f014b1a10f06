// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stack/result.h"
#include "stack/snapshot.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// The DNS servers of every adapter in the adapter's order, by GetAdaptersAddresses.
Result<std::vector<DnsServer>> readDnsServers(const IpHelperApi& api);

}  // namespace interface_panel
