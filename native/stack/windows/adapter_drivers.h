// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "stack/snapshot.h"

namespace interface_panel {

/// The drivers of adapters, by the registry's list of the device setup class Net, which everybody
/// may read. Reading it takes some calls for each adapter that was ever installed: it is read again
/// only when there is an adapter that was not there before. Source: the INF AddReg entries
/// NetCfgInstanceId and ComponentId; Get-NetAdapter shows the latter as ComponentID.
class AdapterDrivers {
 public:
  /// Fills in the drivers of the adapters; one that the list does not know has none.
  void fillIn(std::vector<Adapter>& adapters);

 private:
  std::map<std::string, std::u16string> byGuid_;
};

}  // namespace interface_panel
