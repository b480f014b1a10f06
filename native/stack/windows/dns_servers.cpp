// SPDX-License-Identifier: MIT
#include "stack/windows/dns_servers.h"

#include "stack/windows/call_error.h"
#include "stack/windows/socket_address.h"

namespace interface_panel {
namespace {

constexpr ULONG kFlags = GAA_FLAG_SKIP_UNICAST | GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST |
                         GAA_FLAG_SKIP_FRIENDLY_NAME;
/// Large enough for most computers at the first call, as the API's page advises.
constexpr ULONG kFirstBufferBytes = 15 * 1024;
/// The list may grow between two calls, but not for ever.
constexpr int kAttempts = 5;

void append(std::vector<DnsServer>& servers, const IP_ADAPTER_ADDRESSES& adapter) {
  for (const auto* entry = adapter.FirstDnsServerAddress; entry != nullptr; entry = entry->Next) {
    const std::optional<IpAddress> address = ipAddress(entry->Address);
    if (address) servers.push_back({adapter.Luid.Value, *address});
  }
}

}  // namespace

Result<std::vector<DnsServer>> readDnsServers(const IpHelperApi& api) {
  std::vector<IP_ADAPTER_ADDRESSES> buffer;
  ULONG bytes = kFirstBufferBytes;
  DWORD code = ERROR_BUFFER_OVERFLOW;
  for (int attempt = 0; attempt < kAttempts && code == ERROR_BUFFER_OVERFLOW; ++attempt) {
    buffer.resize(bytes / sizeof(IP_ADAPTER_ADDRESSES) + 1);
    bytes = static_cast<ULONG>(buffer.size() * sizeof(IP_ADAPTER_ADDRESSES));
    code = api.getAdaptersAddresses(AF_UNSPEC, kFlags, nullptr, buffer.data(), &bytes);
  }
  if (code == ERROR_NO_DATA) return std::vector<DnsServer>();
  if (code != NO_ERROR) return callError(code, "GetAdaptersAddresses");

  std::vector<DnsServer> servers;
  for (const auto* adapter = buffer.data(); adapter != nullptr; adapter = adapter->Next) {
    append(servers, *adapter);
  }
  return servers;
}

}  // namespace interface_panel
