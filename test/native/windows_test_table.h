// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "stack/ip_interface_key.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel::test {

/// A computer behind a table of functions that keep the documented rules of iphlpapi more strictly
/// than Windows may: InitializeIpInterfaceEntry leaves marks in every member, Set refuses whatever
/// is documented or was seen to be refused, rows in callbacks hold nothing but their key, memory is
/// poisoned before it is given back. One at a time, as the functions have no context.
class WindowsTestTable {
 public:
  /// An office computer: see the constants below.
  WindowsTestTable();
  WindowsTestTable(const WindowsTestTable&) = delete;
  WindowsTestTable& operator=(const WindowsTestTable&) = delete;
  ~WindowsTestTable();

  [[nodiscard]] IpHelperApi api() const;

  // Its adapters. Loopback, Ethernet and Hyper-V have rows of both families, the VPN of IPv4 only;
  // the Wi-Fi card is disabled; a filter and a miniport are listed beside them.
  static constexpr std::uint64_t kLoopback = makeLuid(24, 0);
  static constexpr std::uint64_t kEthernet = makeLuid(6, 0x8000);
  static constexpr std::uint64_t kHyperV = makeLuid(6, 0x8007);
  static constexpr std::uint64_t kVpn = makeLuid(53, 0x8001);
  static constexpr std::uint64_t kWiFi = makeLuid(71, 0x8002);
  static constexpr std::uint64_t kFilter = makeLuid(6, 0x0003);
  static constexpr std::uint64_t kMiniport = makeLuid(23, 0x0001);

  MIB_IF_ROW2& adapter(std::uint64_t luid);
  MIB_IPINTERFACE_ROW& ipInterface(std::uint64_t luid, Family family);
  void addRoute(std::uint64_t luid, Family family, const char* prefix, std::uint8_t length,
                const char* nextHop, ULONG metric);

  /// The adapter and all its rows go.
  void remove(std::uint64_t luid);
  /// Only its row of one family goes.
  void remove(std::uint64_t luid, Family family);

  /// Another program changes rows: runs `change` on the row, then notifies as Windows does.
  template <typename Change>
  void changeFromOutside(std::uint64_t luid, Family family, Change change) {
    {
      const std::lock_guard lock(mutex_);
      change(ipInterface(luid, family));
    }
    notifyIpInterface(luid, family, 1);
  }

  /// An adapter comes, with no IP interface yet: what a VPN program makes for a connection.
  void plugIn(std::uint64_t luid, NET_IFINDEX index, const wchar_t* alias);
  /// An adapter's row of a family comes with the values of a new one, or goes, as when the adapter
  /// is enabled and disabled, and Windows tells of it.
  void bind(std::uint64_t luid, Family family);
  void unbind(std::uint64_t luid, Family family);

  /// Calls every IP interface callback `times` times at once from threads of its own.
  void notifyIpInterface(std::uint64_t luid, Family family, int times);
  void notifyRoute(std::uint64_t luid, Family family);
  void notifyUnicastAddress(std::uint64_t luid, Family family);

  /// SetIpInterfaceEntry answers ERROR_ACCESS_DENIED without it.
  bool elevated = true;
  /// What the next Set answers instead of doing anything.
  std::optional<DWORD> nextSetCode;
  /// The next Set answers success and drops every member.
  bool nextSetIsIgnored = false;
  /// The M and O flags that a router on the link of every IPv6 interface advertises.
  bool advertisedFlags = true;
  /// What a call answers, by its name, instead of working.
  std::map<std::string, DWORD> failures;
  /// Runs once in the midst of a snapshot: after GetIpInterfaceTable.
  std::function<void(WindowsTestTable&)> duringSnapshot;
  /// The DNS list needs this many bytes more at each of the first calls.
  int dnsOverflows = 0;

  // What the stack did.
  int setCalls = 0;
  MIB_IPINTERFACE_ROW lastSetRow{};
  int tableReads = 0;
  [[nodiscard]] std::size_t openTables() const { return tables_.size(); }
  [[nodiscard]] std::size_t openSubscriptions();
  /// True once a CancelMibChangeNotify2 has begun; false when none begins in time.
  bool waitUntilCancelling(std::chrono::seconds patience);

 private:
  enum class Notice { ipInterface, route, unicastAddress };

  struct Subscription {
    Notice notice;
    void* callback;
    void* context;
    int running = 0;
    bool cancelled = false;
  };

  static WindowsTestTable& current();

  static DWORD WINAPI getIfTable2(MIB_IF_TABLE2** table);
  static DWORD WINAPI getIfEntry2(MIB_IF_ROW2* row);
  static DWORD WINAPI getIpInterfaceTable(ADDRESS_FAMILY family, MIB_IPINTERFACE_TABLE** table);
  static DWORD WINAPI getIpInterfaceEntry(MIB_IPINTERFACE_ROW* row);
  static DWORD WINAPI getUnicastIpAddressTable(ADDRESS_FAMILY family,
                                               MIB_UNICASTIPADDRESS_TABLE** table);
  static DWORD WINAPI getIpForwardTable2(ADDRESS_FAMILY family, MIB_IPFORWARD_TABLE2** table);
  static void WINAPI freeMibTable(void* table);
  static ULONG WINAPI getAdaptersAddresses(ULONG family, ULONG flags, void* reserved,
                                           IP_ADAPTER_ADDRESSES* addresses, ULONG* bytes);
  static DWORD WINAPI getBestRoute2(NET_LUID* luid, NET_IFINDEX index, const SOCKADDR_INET* source,
                                    const SOCKADDR_INET* destination, ULONG sortOptions,
                                    MIB_IPFORWARD_ROW2* best, SOCKADDR_INET* bestSource);
  static DWORD WINAPI notifyIpInterfaceChange(ADDRESS_FAMILY family,
                                              PIPINTERFACE_CHANGE_CALLBACK callback, void* context,
                                              BOOLEAN initial, HANDLE* handle);
  static DWORD WINAPI notifyRouteChange2(ADDRESS_FAMILY family, PIPFORWARD_CHANGE_CALLBACK callback,
                                         void* context, BOOLEAN initial, HANDLE* handle);
  static DWORD WINAPI notifyUnicastIpAddressChange(ADDRESS_FAMILY family,
                                                   PUNICAST_IPADDRESS_CHANGE_CALLBACK callback,
                                                   void* context, BOOLEAN initial, HANDLE* handle);
  static DWORD WINAPI cancelMibChangeNotify2(HANDLE handle);
  static void WINAPI initializeIpInterfaceEntry(MIB_IPINTERFACE_ROW* row);
  static DWORD WINAPI setIpInterfaceEntry(MIB_IPINTERFACE_ROW* row);

  void addAdapter(std::uint64_t luid, NET_IFINDEX index, const wchar_t* alias, ULONG mtu,
                  ULONG64 linkSpeed, std::uint8_t flags);
  void addIpInterface(std::uint64_t luid, Family family);
  void addAddress(std::uint64_t luid, Family family, const char* text, std::uint8_t prefixLength);

  template <typename Table, typename Row>
  DWORD copyTable(const char* call, const std::vector<Row>& rows, Table** table);
  MIB_IF_ROW2* findAdapter(std::uint64_t luid, NET_IFINDEX index);
  MIB_IPINTERFACE_ROW* findIpInterface(std::uint64_t luid, ADDRESS_FAMILY family);
  DWORD find(const MIB_IPINTERFACE_ROW& row, MIB_IPINTERFACE_ROW*& found);
  std::optional<DWORD> failure(const char* call) const;
  DWORD set(MIB_IPINTERFACE_ROW& row);
  [[nodiscard]] DWORD judge(const MIB_IPINTERFACE_ROW& wanted, const MIB_IPINTERFACE_ROW& live);
  void assign(MIB_IPINTERFACE_ROW& live, const MIB_IPINTERFACE_ROW& wanted);
  [[nodiscard]] const MIB_IPFORWARD_ROW2* bestRoute(const SOCKADDR_INET& destination,
                                                    const SOCKADDR_INET* source);
  [[nodiscard]] ULONG effectiveMetric(const MIB_IPFORWARD_ROW2& route);

  DWORD subscribe(Notice notice, ADDRESS_FAMILY family, void* callback, void* context,
                  BOOLEAN initial, HANDLE* handle);
  void notify(Notice notice, std::uint64_t luid, Family family, int times,
              MIB_NOTIFICATION_TYPE type = MibParameterNotification);
  void call(Subscription& subscription, std::uint64_t luid, Family family,
            MIB_NOTIFICATION_TYPE type);

  std::mutex mutex_;
  std::condition_variable idle_;
  std::condition_variable cancelling_;
  std::vector<MIB_IF_ROW2> adapters_;
  std::vector<MIB_IPINTERFACE_ROW> ipInterfaces_;
  std::vector<MIB_UNICASTIPADDRESS_ROW> addresses_;
  std::vector<MIB_IPFORWARD_ROW2> routes_;
  std::vector<std::pair<std::uint64_t, SOCKADDR_INET>> dnsServers_;
  std::list<Subscription> subscriptions_;
  std::vector<std::thread> threads_;
  std::map<void*, std::size_t> tables_;
};

}  // namespace interface_panel::test
