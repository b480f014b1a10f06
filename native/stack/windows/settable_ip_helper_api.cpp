// SPDX-License-Identifier: MIT
#include "stack/windows/settable_ip_helper_api.h"

#include "stack/windows/ip_helper_library.h"

namespace interface_panel {

IpHelperApi loadSettableIpHelperApi() {
  IpHelperApi api = loadIpHelperApi();
  const IpHelperLibrary library;
  library.resolveUnlessWine("InitializeIpInterfaceEntry", api.initializeIpInterfaceEntry);
  library.resolveUnlessWine("SetIpInterfaceEntry", api.setIpInterfaceEntry);
  return api;
}

}  // namespace interface_panel
