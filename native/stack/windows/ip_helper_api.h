// SPDX-License-Identifier: MIT
#pragma once

#include "stack/windows/ip_helper_headers.h"

namespace interface_panel {

/// Every function of iphlpapi.dll that the `windows` stack calls, under its own name. All calls go
/// through this table, so that a test table can stand in its place.
struct IpHelperApi {
  decltype(&::GetIfTable2) getIfTable2 = nullptr;
  decltype(&::GetIfEntry2) getIfEntry2 = nullptr;
  decltype(&::GetIpInterfaceTable) getIpInterfaceTable = nullptr;
  decltype(&::GetIpInterfaceEntry) getIpInterfaceEntry = nullptr;
  decltype(&::GetUnicastIpAddressTable) getUnicastIpAddressTable = nullptr;
  decltype(&::GetIpForwardTable2) getIpForwardTable2 = nullptr;
  decltype(&::FreeMibTable) freeMibTable = nullptr;
  decltype(&::GetAdaptersAddresses) getAdaptersAddresses = nullptr;
  decltype(&::GetBestRoute2) getBestRoute2 = nullptr;
  decltype(&::NotifyIpInterfaceChange) notifyIpInterfaceChange = nullptr;
  decltype(&::NotifyRouteChange2) notifyRouteChange2 = nullptr;
  decltype(&::NotifyUnicastIpAddressChange) notifyUnicastIpAddressChange = nullptr;
  decltype(&::CancelMibChangeNotify2) cancelMibChangeNotify2 = nullptr;

  // Only in the table of a settable stack, null in that of a reading one.
  decltype(&::InitializeIpInterfaceEntry) initializeIpInterfaceEntry = nullptr;
  decltype(&::SetIpInterfaceEntry) setIpInterfaceEntry = nullptr;
};

/// The reading functions, from the iphlpapi.dll of the system folder and no other. One that is
/// missing answers ERROR_PROC_NOT_FOUND; one that would end the process under Wine answers
/// ERROR_NOT_SUPPORTED. Never fails.
IpHelperApi loadIpHelperApi();

}  // namespace interface_panel
