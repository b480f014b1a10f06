// SPDX-License-Identifier: MIT
#pragma once

// The order counts: netioapi.h types its results as NTSTATUS unless iphlpapi.h came first, and
// NT_SUCCESS(ERROR_INVALID_PARAMETER) is true.
// clang-format off
#include <winsock2.h>
#include <ws2ipdef.h>
#include <iphlpapi.h>
#include <netioapi.h>
// clang-format on

#include <type_traits>

namespace interface_panel {

static_assert(std::is_same_v<decltype(::GetIpInterfaceEntry(nullptr)), DWORD>,
              "netioapi.h was read without iphlpapi.h: failures would look like success");

}  // namespace interface_panel
