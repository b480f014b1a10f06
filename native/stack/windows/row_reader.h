// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/ip_interface_key.h"
#include "stack/result.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// Reads single rows, for both `windows` stacks.
class RowReader {
 public:
  explicit RowReader(const IpHelperApi& api) : api_(api) {}

  /// GetIfEntry2. Errors: ERROR_FILE_NOT_FOUND when no adapter has this LUID.
  [[nodiscard]] Result<MIB_IF_ROW2> adapterRow(std::uint64_t luid) const;

  /// GetIpInterfaceEntry on a row that starts as `blank`. Errors: as IpStack::ipInterface.
  [[nodiscard]] Result<MIB_IPINTERFACE_ROW> ipInterfaceRow(const IpInterfaceKey& key,
                                                           const MIB_IPINTERFACE_ROW& blank) const;

 private:
  IpHelperApi api_;
};

}  // namespace interface_panel
