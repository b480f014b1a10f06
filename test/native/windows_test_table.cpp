// SPDX-License-Identifier: MIT
#include "windows_test_table.h"

#include <ws2tcpip.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <stdexcept>

namespace interface_panel::test {
namespace {

WindowsTestTable* installed = nullptr;

constexpr std::uint8_t kHardwareWithConnector = 0x05;
constexpr std::uint8_t kFilterInterface = 0x02;
constexpr std::uint8_t kEndPoint = 0x80;
constexpr int kPoison = 0xCC;
constexpr BOOLEAN kUnchangedBoolean = 0xFF;
constexpr ULONG kUnchangedUlong = 0xFFFFFFFF;
/// What Get reports on IPv4 though Set takes 0 alone.
constexpr ULONG kReportedIpv4SitePrefixLength = 64;
constexpr ULONG64 kGigabit = 1'000'000'000;

SOCKADDR_INET addressOf(Family family, const char* text) {
  SOCKADDR_INET address{};
  address.si_family = static_cast<ADDRESS_FAMILY>(family);
  void* const bytes = family == Family::ipv4 ? static_cast<void*>(&address.Ipv4.sin_addr)
                                             : static_cast<void*>(&address.Ipv6.sin6_addr);
  if (inet_pton(address.si_family, text, bytes) != 1) throw std::invalid_argument(text);
  return address;
}

std::pair<const unsigned char*, unsigned> bytesOf(const SOCKADDR_INET& address) {
  if (address.si_family == AF_INET) {
    return {reinterpret_cast<const unsigned char*>(&address.Ipv4.sin_addr), 4U};
  }
  return {reinterpret_cast<const unsigned char*>(&address.Ipv6.sin6_addr), 16U};
}

bool isSameAddress(const SOCKADDR_INET& left, const SOCKADDR_INET& right) {
  if (left.si_family != right.si_family) return false;
  const auto [bytes, size] = bytesOf(left);
  return std::memcmp(bytes, bytesOf(right).first, size) == 0;
}

bool covers(const IP_ADDRESS_PREFIX& prefix, const SOCKADDR_INET& address) {
  if (prefix.Prefix.si_family != address.si_family) return false;
  const unsigned char* const left = bytesOf(prefix.Prefix).first;
  const unsigned char* const right = bytesOf(address).first;
  for (unsigned bit = 0; bit < prefix.PrefixLength; ++bit) {
    const unsigned mask = 0x80U >> (bit % 8);
    if (((left[bit / 8] ^ right[bit / 8]) & mask) != 0) return false;
  }
  return true;
}

/// Source: "Automatic Metric for IPv4 routes"; the lines this network needs.
ULONG automaticMetric(const MIB_IF_ROW2& adapter) {
  if (adapter.Type == IF_TYPE_SOFTWARE_LOOPBACK) return 75;
  if (adapter.TransmitLinkSpeed >= 10 * kGigabit) return 15;
  if (adapter.TransmitLinkSpeed >= 2 * kGigabit) return 20;
  if (adapter.TransmitLinkSpeed >= kGigabit / 5) return 25;
  return 35;
}

bool isLegal(BOOLEAN value) { return value <= 1 || value == kUnchangedBoolean; }

void assign(BOOLEAN& live, BOOLEAN wanted) {
  if (wanted != kUnchangedBoolean) live = wanted;
}

void assign(ULONG& live, ULONG wanted) {
  if (wanted != kUnchangedUlong) live = wanted;
}

template <typename Enumeration>
void assign(Enumeration& live, Enumeration wanted) {
  if (static_cast<int>(wanted) != -1) live = wanted;
}

/// What a change of the MTU alone leaves equal, since Windows does not notify of that.
bool differBesidesMtu(MIB_IPINTERFACE_ROW left, const MIB_IPINTERFACE_ROW& right) {
  left.NlMtu = right.NlMtu;
  return std::memcmp(&left, &right, sizeof(left)) != 0;
}

DWORD judgeFamily(ADDRESS_FAMILY family) {
  return family == AF_INET || family == AF_INET6 ? NO_ERROR : ERROR_INVALID_PARAMETER;
}

}  // namespace

WindowsTestTable::WindowsTestTable() {
  assert(installed == nullptr);
  installed = this;
  addAdapter(kLoopback, 1, L"Loopback Pseudo-Interface 1", kUnchangedUlong, kGigabit, 0);
  addAdapter(kEthernet, 12, L"Ethernet", 1500, kGigabit, kHardwareWithConnector);
  addAdapter(kVpn, 20, L"Company VPN", 1420, 10 * kGigabit, kEndPoint);
  // An unpaired surrogate, which file names and so aliases can hold.
  addAdapter(kHyperV, 30, L"vEthernet \xD83D", 1500, 10 * kGigabit, 0);
  addAdapter(kWiFi, 7, L"Wi-Fi", 1500, kGigabit / 2, kHardwareWithConnector);
  addAdapter(kFilter, 13, L"Ethernet-WFP Native MAC Layer LightWeight Filter-0000", 1500, kGigabit,
             kFilterInterface | kHardwareWithConnector);
  addAdapter(kMiniport, 3, L"WAN Miniport (IP)", 1500, 0, 0);
  adapter(kWiFi).OperStatus = IfOperStatusNotPresent;
  adapter(kWiFi).AdminStatus = NET_IF_ADMIN_STATUS_DOWN;

  for (const std::uint64_t luid : {kLoopback, kEthernet, kHyperV}) {
    addIpInterface(luid, Family::ipv4);
    addIpInterface(luid, Family::ipv6);
  }
  addIpInterface(kVpn, Family::ipv4);
  // Hyper-V's own router answers there, so the computer does not listen to others.
  ipInterface(kHyperV, Family::ipv6).RouterDiscoveryBehavior = RouterDiscoveryDisabled;

  addAddress(kLoopback, Family::ipv4, "127.0.0.1", 8);
  addAddress(kLoopback, Family::ipv6, "::1", 128);
  addAddress(kEthernet, Family::ipv4, "192.168.1.10", 24);
  addAddress(kEthernet, Family::ipv6, "2001:db8:1::10", 64);
  addAddress(kHyperV, Family::ipv4, "172.20.0.1", 20);
  addAddress(kVpn, Family::ipv4, "10.8.0.2", 24);

  addRoute(kEthernet, Family::ipv4, "0.0.0.0", 0, "192.168.1.1", 0);
  addRoute(kEthernet, Family::ipv4, "192.168.1.0", 24, "0.0.0.0", 256);
  addRoute(kEthernet, Family::ipv6, "::", 0, "fe80::1", 256);
  addRoute(kHyperV, Family::ipv4, "172.20.0.0", 20, "0.0.0.0", 256);
  addRoute(kVpn, Family::ipv4, "0.0.0.0", 0, "0.0.0.0", 0);
  addRoute(kLoopback, Family::ipv4, "127.0.0.0", 8, "0.0.0.0", 256);

  dnsServers_ = {{kEthernet, addressOf(Family::ipv4, "192.168.1.1")},
                 {kEthernet, addressOf(Family::ipv6, "2001:db8:1::1")},
                 {kVpn, addressOf(Family::ipv4, "10.8.0.1")}};
}

WindowsTestTable::~WindowsTestTable() {
  for (std::thread& thread : threads_) thread.join();
  installed = nullptr;
}

WindowsTestTable& WindowsTestTable::current() {
  assert(installed != nullptr);
  return *installed;
}

IpHelperApi WindowsTestTable::api() const {
  IpHelperApi api;
  api.getIfTable2 = &getIfTable2;
  api.getIfEntry2 = &getIfEntry2;
  api.getIpInterfaceTable = &getIpInterfaceTable;
  api.getIpInterfaceEntry = &getIpInterfaceEntry;
  api.getUnicastIpAddressTable = &getUnicastIpAddressTable;
  api.getIpForwardTable2 = &getIpForwardTable2;
  api.freeMibTable = &freeMibTable;
  api.getAdaptersAddresses = &getAdaptersAddresses;
  api.getBestRoute2 = &getBestRoute2;
  api.notifyIpInterfaceChange = &notifyIpInterfaceChange;
  api.notifyRouteChange2 = &notifyRouteChange2;
  api.notifyUnicastIpAddressChange = &notifyUnicastIpAddressChange;
  api.cancelMibChangeNotify2 = &cancelMibChangeNotify2;
  api.initializeIpInterfaceEntry = &initializeIpInterfaceEntry;
  api.setIpInterfaceEntry = &setIpInterfaceEntry;
  return api;
}

// The computer

void WindowsTestTable::addAdapter(std::uint64_t luid, NET_IFINDEX index, const wchar_t* alias,
                                  ULONG mtu, ULONG64 linkSpeed, std::uint8_t flags) {
  MIB_IF_ROW2 row{};
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = index;
  row.InterfaceGuid = {0x1C0FFEE0U + index, 0xABCD, 0x1234, {0xA0, 1, 2, 3, 4, 5, 6, 0x0F}};
  std::copy_n(alias, std::char_traits<wchar_t>::length(alias), row.Alias);
  std::copy_n(alias, std::char_traits<wchar_t>::length(alias), row.Description);
  row.PhysicalAddressLength = (flags & kHardwareWithConnector) != 0 ? 6 : 0;
  std::fill_n(row.PhysicalAddress, row.PhysicalAddressLength, UCHAR{0x52});
  std::fill_n(row.PermanentPhysicalAddress, row.PhysicalAddressLength, UCHAR{0x54});
  row.Mtu = mtu;
  row.Type = static_cast<IFTYPE>(luid >> 48);
  std::memcpy(&row.InterfaceAndOperStatusFlags, &flags, sizeof(flags));
  row.OperStatus = IfOperStatusUp;
  row.AdminStatus = NET_IF_ADMIN_STATUS_UP;
  row.MediaConnectState = MediaConnectStateConnected;
  row.TransmitLinkSpeed = linkSpeed;
  row.ReceiveLinkSpeed = linkSpeed / 2;
  adapters_.push_back(row);
}

void WindowsTestTable::addIpInterface(std::uint64_t luid, Family family) {
  const MIB_IF_ROW2& owner = adapter(luid);
  const bool loopback = owner.Type == IF_TYPE_SOFTWARE_LOOPBACK;
  const bool ipv6 = family == Family::ipv6;
  MIB_IPINTERFACE_ROW row{};
  row.Family = static_cast<ADDRESS_FAMILY>(family);
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = owner.InterfaceIndex;
  row.InterfaceIdentifier = 0x0123456789ABCDEF;
  row.MinRouterAdvertisementInterval = 200;
  row.MaxRouterAdvertisementInterval = 600;
  row.UseAutomaticMetric = TRUE;
  row.UseNeighborUnreachabilityDetection = loopback ? FALSE : TRUE;
  row.ManagedAddressConfigurationSupported = TRUE;
  row.OtherStatefulConfigurationSupported = TRUE;
  row.RouterDiscoveryBehavior = ipv6 ? RouterDiscoveryEnabled : RouterDiscoveryDhcp;
  row.DadTransmits = loopback ? 0 : (ipv6 ? 1 : 3);
  row.BaseReachableTime = 30000;
  row.RetransmitTime = 1000;
  row.PathMtuDiscoveryTimeout = 600000;
  row.LinkLocalAddressBehavior = ipv6 ? LinkLocalAlwaysOn : LinkLocalDelayed;
  row.LinkLocalAddressTimeout = 6500;
  for (ULONG level = 0; level < ScopeLevelCount; ++level) row.ZoneIndices[level] = level + 100;
  row.SitePrefixLength = kReportedIpv4SitePrefixLength;
  row.Metric = automaticMetric(owner);
  row.NlMtu = owner.Mtu;
  row.Connected = TRUE;
  row.SupportsNeighborDiscovery = loopback ? FALSE : TRUE;
  row.SupportsRouterDiscovery = loopback ? FALSE : TRUE;
  row.ReachableTime = 29500;
  row.TransmitOffload = std::bit_cast<NL_INTERFACE_OFFLOAD_ROD>(std::uint8_t{0x8D});
  row.ReceiveOffload = std::bit_cast<NL_INTERFACE_OFFLOAD_ROD>(std::uint8_t{0x0C});
  ipInterfaces_.push_back(row);
}

void WindowsTestTable::addAddress(std::uint64_t luid, Family family, const char* text,
                                  std::uint8_t prefixLength) {
  MIB_UNICASTIPADDRESS_ROW row{};
  row.Address = addressOf(family, text);
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = adapter(luid).InterfaceIndex;
  row.ValidLifetime = 86400;
  row.PreferredLifetime = 43200;
  row.OnLinkPrefixLength = prefixLength;
  row.DadState = IpDadStatePreferred;
  addresses_.push_back(row);
}

void WindowsTestTable::addRoute(std::uint64_t luid, Family family, const char* prefix,
                                std::uint8_t length, const char* nextHop, ULONG metric) {
  MIB_IPFORWARD_ROW2 row{};
  row.InterfaceLuid.Value = luid;
  row.InterfaceIndex = adapter(luid).InterfaceIndex;
  row.DestinationPrefix.Prefix = addressOf(family, prefix);
  row.DestinationPrefix.PrefixLength = length;
  row.NextHop = addressOf(family, nextHop);
  row.ValidLifetime = kUnchangedUlong;
  row.PreferredLifetime = kUnchangedUlong;
  row.Metric = metric;
  row.Protocol = static_cast<NL_ROUTE_PROTOCOL>(MIB_IPPROTO_NETMGMT);
  row.Origin = NlroDHCP;
  routes_.push_back(row);
}

MIB_IF_ROW2& WindowsTestTable::adapter(std::uint64_t luid) {
  MIB_IF_ROW2* const row = findAdapter(luid, 0);
  if (row == nullptr) throw std::out_of_range("no such adapter");
  return *row;
}

MIB_IPINTERFACE_ROW& WindowsTestTable::ipInterface(std::uint64_t luid, Family family) {
  MIB_IPINTERFACE_ROW* const row = findIpInterface(luid, static_cast<ADDRESS_FAMILY>(family));
  if (row == nullptr) throw std::out_of_range("no such IP interface");
  return *row;
}

void WindowsTestTable::plugIn(std::uint64_t luid, NET_IFINDEX index, const wchar_t* alias) {
  const std::lock_guard lock(mutex_);
  addAdapter(luid, index, alias, 1420, kGigabit, kEndPoint);
}

void WindowsTestTable::bind(std::uint64_t luid, Family family) {
  {
    const std::lock_guard lock(mutex_);
    addIpInterface(luid, family);
  }
  notify(Notice::ipInterface, luid, family, 1, MibAddInstance);
}

void WindowsTestTable::unbind(std::uint64_t luid, Family family) {
  {
    const std::lock_guard lock(mutex_);
    remove(luid, family);
  }
  notify(Notice::ipInterface, luid, family, 1, MibDeleteInstance);
}

void WindowsTestTable::remove(std::uint64_t luid) {
  const auto isIts = [luid](const auto& row) { return row.InterfaceLuid.Value == luid; };
  std::erase_if(adapters_, isIts);
  std::erase_if(ipInterfaces_, isIts);
  std::erase_if(addresses_, isIts);
  std::erase_if(routes_, isIts);
}

void WindowsTestTable::remove(std::uint64_t luid, Family family) {
  std::erase_if(ipInterfaces_, [luid, family](const MIB_IPINTERFACE_ROW& row) {
    return row.InterfaceLuid.Value == luid && row.Family == static_cast<ADDRESS_FAMILY>(family);
  });
}

MIB_IF_ROW2* WindowsTestTable::findAdapter(std::uint64_t luid, NET_IFINDEX index) {
  const auto found = std::find_if(adapters_.begin(), adapters_.end(), [&](const auto& row) {
    return luid != 0 ? row.InterfaceLuid.Value == luid : row.InterfaceIndex == index;
  });
  return found != adapters_.end() ? &*found : nullptr;
}

MIB_IPINTERFACE_ROW* WindowsTestTable::findIpInterface(std::uint64_t luid, ADDRESS_FAMILY family) {
  const auto found = std::find_if(ipInterfaces_.begin(), ipInterfaces_.end(), [&](const auto& row) {
    return row.InterfaceLuid.Value == luid && row.Family == family;
  });
  return found != ipInterfaces_.end() ? &*found : nullptr;
}

std::optional<DWORD> WindowsTestTable::failure(const char* call) const {
  const auto found = failures.find(call);
  return found != failures.end() ? std::optional(found->second) : std::nullopt;
}

// Reading

template <typename Table, typename Row>
DWORD WindowsTestTable::copyTable(const char* call, const std::vector<Row>& rows, Table** table) {
  if (table == nullptr) return ERROR_INVALID_PARAMETER;
  *table = nullptr;
  const std::lock_guard lock(mutex_);
  if (const auto code = failure(call)) return *code;
  if (rows.empty()) return ERROR_NOT_FOUND;
  const std::size_t bytes = offsetof(Table, Table) + rows.size() * sizeof(Row);
  void* const memory = std::malloc(bytes);
  std::memset(memory, kPoison, bytes);
  *table = static_cast<Table*>(memory);
  (*table)->NumEntries = static_cast<ULONG>(rows.size());
  std::memcpy(static_cast<std::byte*>(memory) + offsetof(Table, Table), rows.data(),
              rows.size() * sizeof(Row));
  tables_[memory] = bytes;
  ++tableReads;
  return NO_ERROR;
}

void WINAPI WindowsTestTable::freeMibTable(void* table) {
  const std::lock_guard lock(current().mutex_);
  auto& tables = current().tables_;
  const auto found = tables.find(table);
  // Freed twice, or never given.
  if (found == tables.end()) std::abort();
  std::memset(table, kPoison, found->second);
  std::free(table);
  tables.erase(found);
}

DWORD WINAPI WindowsTestTable::getIfTable2(MIB_IF_TABLE2** table) {
  return current().copyTable("GetIfTable2", current().adapters_, table);
}

DWORD WINAPI WindowsTestTable::getIpInterfaceTable(ADDRESS_FAMILY family,
                                                   MIB_IPINTERFACE_TABLE** table) {
  WindowsTestTable& self = current();
  if (family != AF_UNSPEC) return ERROR_INVALID_PARAMETER;
  const DWORD code = self.copyTable("GetIpInterfaceTable", self.ipInterfaces_, table);
  if (const auto change = std::exchange(self.duringSnapshot, nullptr)) change(self);
  return code;
}

DWORD WINAPI WindowsTestTable::getUnicastIpAddressTable(ADDRESS_FAMILY family,
                                                        MIB_UNICASTIPADDRESS_TABLE** table) {
  if (family != AF_UNSPEC) return ERROR_INVALID_PARAMETER;
  return current().copyTable("GetUnicastIpAddressTable", current().addresses_, table);
}

DWORD WINAPI WindowsTestTable::getIpForwardTable2(ADDRESS_FAMILY family,
                                                  MIB_IPFORWARD_TABLE2** table) {
  if (family != AF_UNSPEC) return ERROR_INVALID_PARAMETER;
  return current().copyTable("GetIpForwardTable2", current().routes_, table);
}

DWORD WINAPI WindowsTestTable::getIfEntry2(MIB_IF_ROW2* row) {
  if (row == nullptr) return ERROR_INVALID_PARAMETER;
  const std::lock_guard lock(current().mutex_);
  if (const auto code = current().failure("GetIfEntry2")) return *code;
  if (row->InterfaceLuid.Value == 0 && row->InterfaceIndex == 0) return ERROR_INVALID_PARAMETER;
  const MIB_IF_ROW2* const found =
      current().findAdapter(row->InterfaceLuid.Value, row->InterfaceIndex);
  if (found == nullptr) return ERROR_FILE_NOT_FOUND;
  *row = *found;
  return NO_ERROR;
}

DWORD WindowsTestTable::find(const MIB_IPINTERFACE_ROW& row, MIB_IPINTERFACE_ROW*& found) {
  if (judgeFamily(row.Family) != NO_ERROR) return ERROR_INVALID_PARAMETER;
  if (row.InterfaceLuid.Value == 0 && row.InterfaceIndex == 0) return ERROR_INVALID_PARAMETER;
  const MIB_IF_ROW2* const owner = findAdapter(row.InterfaceLuid.Value, row.InterfaceIndex);
  if (owner == nullptr) return ERROR_FILE_NOT_FOUND;
  found = findIpInterface(owner->InterfaceLuid.Value, row.Family);
  return found != nullptr ? NO_ERROR : ERROR_NOT_FOUND;
}

DWORD WINAPI WindowsTestTable::getIpInterfaceEntry(MIB_IPINTERFACE_ROW* row) {
  if (row == nullptr) return ERROR_INVALID_PARAMETER;
  WindowsTestTable& self = current();
  const std::lock_guard lock(self.mutex_);
  if (const auto code = self.failure("GetIpInterfaceEntry")) return *code;
  MIB_IPINTERFACE_ROW* found = nullptr;
  const DWORD code = self.find(*row, found);
  if (code == NO_ERROR) *row = *found;
  return code;
}

ULONG WINAPI WindowsTestTable::getAdaptersAddresses(ULONG family, ULONG flags, void* reserved,
                                                    IP_ADAPTER_ADDRESSES* addresses, ULONG* bytes) {
  struct Entry {
    IP_ADAPTER_ADDRESSES adapter;
    IP_ADAPTER_DNS_SERVER_ADDRESS server;
    SOCKADDR_INET address;
  };
  WindowsTestTable& self = current();
  if (family != AF_UNSPEC || reserved != nullptr || bytes == nullptr ||
      (flags & GAA_FLAG_SKIP_DNS_SERVER) != 0) {
    return ERROR_INVALID_PARAMETER;
  }
  if (const auto code = self.failure("GetAdaptersAddresses")) return *code;
  if (self.dnsServers_.empty()) return ERROR_NO_DATA;
  const auto needed = static_cast<ULONG>(self.dnsServers_.size() * sizeof(Entry));
  if (self.dnsOverflows > 0 || *bytes < needed) {
    --self.dnsOverflows;
    *bytes = std::max(*bytes, needed) + 1024;
    return ERROR_BUFFER_OVERFLOW;
  }
  auto* const entries = reinterpret_cast<Entry*>(addresses);
  for (std::size_t index = 0; index < self.dnsServers_.size(); ++index) {
    Entry& entry = entries[index];
    entry = {};
    const auto& [luid, address] = self.dnsServers_[index];
    entry.address = address;
    entry.server.Address.lpSockaddr = reinterpret_cast<SOCKADDR*>(&entry.address);
    entry.server.Address.iSockaddrLength =
        address.si_family == AF_INET ? sizeof(SOCKADDR_IN) : sizeof(SOCKADDR_IN6);
    entry.adapter.Luid.Value = luid;
    entry.adapter.FirstDnsServerAddress = &entry.server;
    if (index + 1 < self.dnsServers_.size()) entry.adapter.Next = &entries[index + 1].adapter;
  }
  return NO_ERROR;
}

// Routes

ULONG WindowsTestTable::effectiveMetric(const MIB_IPFORWARD_ROW2& route) {
  const MIB_IPINTERFACE_ROW* const row =
      findIpInterface(route.InterfaceLuid.Value, route.DestinationPrefix.Prefix.si_family);
  return route.Metric + row->Metric;
}

const MIB_IPFORWARD_ROW2* WindowsTestTable::bestRoute(const SOCKADDR_INET& destination,
                                                      const SOCKADDR_INET* source) {
  const MIB_IPFORWARD_ROW2* best = nullptr;
  for (const MIB_IPFORWARD_ROW2& route : routes_) {
    const std::uint64_t luid = route.InterfaceLuid.Value;
    const auto* const row = findIpInterface(luid, destination.si_family);
    if (!covers(route.DestinationPrefix, destination) || row == nullptr) continue;
    if (route.DestinationPrefix.PrefixLength == 0 && row->DisableDefaultRoutes != FALSE) continue;
    const auto isItsSource = [&](const MIB_UNICASTIPADDRESS_ROW& address) {
      return address.InterfaceLuid.Value == luid && isSameAddress(address.Address, *source);
    };
    // The strong host model.
    if (source != nullptr && std::none_of(addresses_.begin(), addresses_.end(), isItsSource)) {
      continue;
    }
    const auto rank = [this](const MIB_IPFORWARD_ROW2& candidate) {
      return std::pair(-static_cast<int>(candidate.DestinationPrefix.PrefixLength),
                       effectiveMetric(candidate));
    };
    if (best == nullptr || rank(route) < rank(*best)) best = &route;
  }
  return best;
}

DWORD WINAPI WindowsTestTable::getBestRoute2(NET_LUID* luid, NET_IFINDEX index,
                                             const SOCKADDR_INET* source,
                                             const SOCKADDR_INET* destination, ULONG sortOptions,
                                             MIB_IPFORWARD_ROW2* best, SOCKADDR_INET* bestSource) {
  WindowsTestTable& self = current();
  if (luid != nullptr || index != 0 || sortOptions != 0 || destination == nullptr ||
      best == nullptr || bestSource == nullptr || judgeFamily(destination->si_family) != NO_ERROR ||
      (source != nullptr && source->si_family != destination->si_family)) {
    return ERROR_INVALID_PARAMETER;
  }
  if (const auto code = self.failure("GetBestRoute2")) return *code;
  const MIB_IPFORWARD_ROW2* const found = self.bestRoute(*destination, source);
  if (found == nullptr) return ERROR_NETWORK_UNREACHABLE;
  *best = *found;
  for (const MIB_UNICASTIPADDRESS_ROW& address : self.addresses_) {
    if (address.InterfaceLuid.Value == found->InterfaceLuid.Value &&
        address.Address.si_family == destination->si_family) {
      *bestSource = address.Address;
    }
  }
  return NO_ERROR;
}

// Notifications

DWORD WindowsTestTable::subscribe(Notice notice, ADDRESS_FAMILY family, void* callback,
                                  void* context, BOOLEAN initial, HANDLE* handle) {
  if (handle == nullptr) return ERROR_INVALID_PARAMETER;
  *handle = nullptr;
  if (family != AF_UNSPEC || callback == nullptr || initial != FALSE) {
    return ERROR_INVALID_PARAMETER;
  }
  const std::lock_guard lock(mutex_);
  subscriptions_.push_back({notice, callback, context});
  *handle = &subscriptions_.back();
  return NO_ERROR;
}

DWORD WINAPI WindowsTestTable::notifyIpInterfaceChange(ADDRESS_FAMILY family,
                                                       PIPINTERFACE_CHANGE_CALLBACK callback,
                                                       void* context, BOOLEAN initial,
                                                       HANDLE* handle) {
  if (const auto code = current().failure("NotifyIpInterfaceChange")) return *code;
  return current().subscribe(Notice::ipInterface, family, reinterpret_cast<void*>(callback),
                             context, initial, handle);
}

DWORD WINAPI WindowsTestTable::notifyRouteChange2(ADDRESS_FAMILY family,
                                                  PIPFORWARD_CHANGE_CALLBACK callback,
                                                  void* context, BOOLEAN initial, HANDLE* handle) {
  if (const auto code = current().failure("NotifyRouteChange2")) return *code;
  return current().subscribe(Notice::route, family, reinterpret_cast<void*>(callback), context,
                             initial, handle);
}

DWORD WINAPI WindowsTestTable::notifyUnicastIpAddressChange(
    ADDRESS_FAMILY family, PUNICAST_IPADDRESS_CHANGE_CALLBACK callback, void* context,
    BOOLEAN initial, HANDLE* handle) {
  if (const auto code = current().failure("NotifyUnicastIpAddressChange")) return *code;
  return current().subscribe(Notice::unicastAddress, family, reinterpret_cast<void*>(callback),
                             context, initial, handle);
}

DWORD WINAPI WindowsTestTable::cancelMibChangeNotify2(HANDLE handle) {
  WindowsTestTable& self = current();
  std::unique_lock lock(self.mutex_);
  const auto found = std::find_if(self.subscriptions_.begin(), self.subscriptions_.end(),
                                  [handle](const Subscription& each) { return &each == handle; });
  if (found == self.subscriptions_.end()) return ERROR_INVALID_PARAMETER;
  found->cancelled = true;
  self.cancelling_.notify_all();
  self.idle_.wait(lock, [&found] { return found->running == 0; });
  self.subscriptions_.erase(found);
  return NO_ERROR;
}

bool WindowsTestTable::waitUntilCancelling(std::chrono::seconds patience) {
  std::unique_lock lock(mutex_);
  return cancelling_.wait_for(lock, patience, [this] {
    return std::any_of(subscriptions_.begin(), subscriptions_.end(),
                       [](const Subscription& each) { return each.cancelled; });
  });
}

std::size_t WindowsTestTable::openSubscriptions() {
  const std::lock_guard lock(mutex_);
  return subscriptions_.size();
}

void WindowsTestTable::call(Subscription& subscription, std::uint64_t luid, Family family,
                            MIB_NOTIFICATION_TYPE type) {
  // One buffer large enough for each kind of row; only the key of the row is filled in.
  std::vector<std::byte> memory(sizeof(MIB_IPFORWARD_ROW2) + sizeof(MIB_IPINTERFACE_ROW),
                                static_cast<std::byte>(kPoison));
  if (subscription.notice == Notice::ipInterface) {
    auto* const row = reinterpret_cast<MIB_IPINTERFACE_ROW*>(memory.data());
    row->Family = static_cast<ADDRESS_FAMILY>(family);
    row->InterfaceLuid.Value = luid;
    reinterpret_cast<PIPINTERFACE_CHANGE_CALLBACK>(subscription.callback)(subscription.context, row,
                                                                          type);
  } else if (subscription.notice == Notice::route) {
    reinterpret_cast<PIPFORWARD_CHANGE_CALLBACK>(subscription.callback)(
        subscription.context, reinterpret_cast<MIB_IPFORWARD_ROW2*>(memory.data()), MibAddInstance);
  } else {
    reinterpret_cast<PUNICAST_IPADDRESS_CHANGE_CALLBACK>(subscription.callback)(
        subscription.context, reinterpret_cast<MIB_UNICASTIPADDRESS_ROW*>(memory.data()),
        MibDeleteInstance);
  }
  const std::lock_guard lock(mutex_);
  --subscription.running;
  idle_.notify_all();
}

void WindowsTestTable::notify(Notice notice, std::uint64_t luid, Family family, int times,
                              MIB_NOTIFICATION_TYPE type) {
  const std::lock_guard lock(mutex_);
  for (Subscription& subscription : subscriptions_) {
    if (subscription.notice != notice || subscription.cancelled) continue;
    for (int time = 0; time < times; ++time) {
      ++subscription.running;
      threads_.emplace_back(
          [this, &subscription, luid, family, type] { call(subscription, luid, family, type); });
    }
  }
}

void WindowsTestTable::notifyIpInterface(std::uint64_t luid, Family family, int times) {
  notify(Notice::ipInterface, luid, family, times);
}

void WindowsTestTable::notifyRoute(std::uint64_t luid, Family family) {
  notify(Notice::route, luid, family, 1);
}

void WindowsTestTable::notifyUnicastAddress(std::uint64_t luid, Family family) {
  notify(Notice::unicastAddress, luid, family, 1);
}

// Setting

void WINAPI WindowsTestTable::initializeIpInterfaceEntry(MIB_IPINTERFACE_ROW* row) {
  std::memset(row, 0xFF, sizeof(*row));
  row->Family = AF_UNSPEC;
  row->InterfaceLuid.Value = 0;
  row->InterfaceIndex = 0;
}

DWORD WindowsTestTable::judge(const MIB_IPINTERFACE_ROW& wanted, const MIB_IPINTERFACE_ROW& live) {
  const BOOLEAN booleans[] = {wanted.AdvertisingEnabled,
                              wanted.ForwardingEnabled,
                              wanted.WeakHostSend,
                              wanted.WeakHostReceive,
                              wanted.UseAutomaticMetric,
                              wanted.UseNeighborUnreachabilityDetection,
                              wanted.ManagedAddressConfigurationSupported,
                              wanted.OtherStatefulConfigurationSupported,
                              wanted.AdvertiseDefaultRoute,
                              wanted.DisableDefaultRoutes};
  bool legal = std::all_of(std::begin(booleans), std::end(booleans), isLegal);
  legal = legal && wanted.RouterDiscoveryBehavior >= -1 && wanted.RouterDiscoveryBehavior <= 2;
  legal = legal && wanted.LinkLocalAddressBehavior >= -1 && wanted.LinkLocalAddressBehavior <= 2;
  legal = legal && wanted.SitePrefixLength <= (wanted.Family == AF_INET ? 0U : 128U);
  const bool turnsOffDetection = live.UseNeighborUnreachabilityDetection != FALSE &&
                                 wanted.UseNeighborUnreachabilityDetection == FALSE;
  legal = legal && !turnsOffDetection;
  const ULONG smallest = wanted.Family == AF_INET ? 576 : 1280;
  const ULONG largest = findAdapter(live.InterfaceLuid.Value, 0)->Mtu;
  legal = legal && (wanted.NlMtu == kUnchangedUlong ||
                    (wanted.NlMtu >= smallest && wanted.NlMtu <= largest));
  // Reserved and read-only members go back as they came.
  legal = legal && wanted.InterfaceIdentifier == live.InterfaceIdentifier &&
          std::memcmp(wanted.ZoneIndices, live.ZoneIndices, sizeof(live.ZoneIndices)) == 0;
  return legal ? NO_ERROR : ERROR_INVALID_PARAMETER;
}

void WindowsTestTable::assign(MIB_IPINTERFACE_ROW& live, const MIB_IPINTERFACE_ROW& wanted) {
  using test::assign;
  assign(live.AdvertisingEnabled, wanted.AdvertisingEnabled);
  assign(live.ForwardingEnabled, wanted.ForwardingEnabled);
  assign(live.WeakHostSend, wanted.WeakHostSend);
  assign(live.WeakHostReceive, wanted.WeakHostReceive);
  assign(live.UseAutomaticMetric, wanted.UseAutomaticMetric);
  assign(live.UseNeighborUnreachabilityDetection, wanted.UseNeighborUnreachabilityDetection);
  assign(live.ManagedAddressConfigurationSupported, wanted.ManagedAddressConfigurationSupported);
  assign(live.OtherStatefulConfigurationSupported, wanted.OtherStatefulConfigurationSupported);
  assign(live.AdvertiseDefaultRoute, wanted.AdvertiseDefaultRoute);
  assign(live.RouterDiscoveryBehavior, wanted.RouterDiscoveryBehavior);
  assign(live.DadTransmits, wanted.DadTransmits);
  assign(live.BaseReachableTime, wanted.BaseReachableTime);
  assign(live.RetransmitTime, wanted.RetransmitTime);
  assign(live.PathMtuDiscoveryTimeout, wanted.PathMtuDiscoveryTimeout);
  assign(live.LinkLocalAddressBehavior, wanted.LinkLocalAddressBehavior);
  assign(live.LinkLocalAddressTimeout, wanted.LinkLocalAddressTimeout);
  if (live.Family == AF_INET6) assign(live.SitePrefixLength, wanted.SitePrefixLength);
  assign(live.Metric, wanted.Metric);
  assign(live.NlMtu, wanted.NlMtu);
  assign(live.DisableDefaultRoutes, wanted.DisableDefaultRoutes);

  if (live.UseAutomaticMetric != FALSE) {
    live.Metric = automaticMetric(*findAdapter(live.InterfaceLuid.Value, 0));
  }
  if (live.Family == AF_INET6 && live.RouterDiscoveryBehavior == RouterDiscoveryEnabled &&
      live.AdvertisingEnabled == FALSE) {
    live.ManagedAddressConfigurationSupported = advertisedFlags ? TRUE : FALSE;
    live.OtherStatefulConfigurationSupported = advertisedFlags ? TRUE : FALSE;
  }
}

DWORD WindowsTestTable::set(MIB_IPINTERFACE_ROW& row) {
  const std::lock_guard lock(mutex_);
  ++setCalls;
  lastSetRow = row;
  if (const auto code = std::exchange(nextSetCode, std::nullopt)) return *code;
  MIB_IPINTERFACE_ROW* live = nullptr;
  if (const DWORD code = find(row, live); code != NO_ERROR) return code;
  if (!elevated) return ERROR_ACCESS_DENIED;
  if (const DWORD code = judge(row, *live); code != NO_ERROR) return code;
  row.InterfaceLuid = live->InterfaceLuid;
  if (!std::exchange(nextSetIsIgnored, false)) assign(*live, row);
  return NO_ERROR;
}

DWORD WINAPI WindowsTestTable::setIpInterfaceEntry(MIB_IPINTERFACE_ROW* row) {
  if (row == nullptr) return ERROR_INVALID_PARAMETER;
  WindowsTestTable& self = current();
  MIB_IPINTERFACE_ROW* live = nullptr;
  const bool known = self.find(*row, live) == NO_ERROR;
  const MIB_IPINTERFACE_ROW before = known ? *live : MIB_IPINTERFACE_ROW{};
  const DWORD code = self.set(*row);
  if (known && differBesidesMtu(before, *live)) {
    self.notifyIpInterface(live->InterfaceLuid.Value, static_cast<Family>(live->Family), 1);
  }
  return code;
}

}  // namespace interface_panel::test
