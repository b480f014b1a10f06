// SPDX-License-Identifier: MIT
#include "stack/windows/ip_helper_api.h"

#include "stack/windows/ip_helper_library.h"

namespace interface_panel {

IpHelperApi loadIpHelperApi() {
  const IpHelperLibrary library;
  IpHelperApi api;
  library.resolve("GetIfTable2", api.getIfTable2);
  library.resolve("GetIfEntry2", api.getIfEntry2);
  library.resolve("GetIpInterfaceTable", api.getIpInterfaceTable);
  library.resolveUnlessWine("GetIpInterfaceEntry", api.getIpInterfaceEntry);
  library.resolve("GetUnicastIpAddressTable", api.getUnicastIpAddressTable);
  library.resolve("GetIpForwardTable2", api.getIpForwardTable2);
  library.resolve("FreeMibTable", api.freeMibTable);
  library.resolve("GetAdaptersAddresses", api.getAdaptersAddresses);
  library.resolve("GetBestRoute2", api.getBestRoute2);
  library.resolve("NotifyIpInterfaceChange", api.notifyIpInterfaceChange);
  library.resolve("NotifyRouteChange2", api.notifyRouteChange2);
  library.resolve("NotifyUnicastIpAddressChange", api.notifyUnicastIpAddressChange);
  library.resolve("CancelMibChangeNotify2", api.cancelMibChangeNotify2);
  return api;
}

}  // namespace interface_panel
