// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "stack/windows/ip_helper_api.h"

namespace interface_panel::test {

/// The functions of the system's iphlpapi.dll, with what Wine's GetIpInterfaceTable leaves out: an
/// IPv4 and an IPv6 row, empty but for its key, for each of the system's adapters.
IpHelperApi systemApiWithIpInterfaces();

/// How many tables of those rows were not freed again.
std::size_t ownTablesLeft();

}  // namespace interface_panel::test
