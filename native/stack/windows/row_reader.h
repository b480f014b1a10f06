// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/ip_interface_key.h"
#include "stack/result.h"
#include "stack/windows/ip_helper_api.h"
#include "stack/windows/mib_table.h"

namespace interface_panel {

/// Reads single rows, for both `windows` stacks.
class RowReader {
 public:
  explicit RowReader(const IpHelperApi& api) : api_(api) {}

  /// GetIfTable2. It has no family and never answers ERROR_NOT_FOUND.
  [[nodiscard]] Result<MibTable<MIB_IF_TABLE2>> adapterTable() const;

  /// GetIfEntry2. Errors: ERROR_FILE_NOT_FOUND when no adapter has this LUID.
  [[nodiscard]] Result<MIB_IF_ROW2> adapterRow(std::uint64_t luid) const;

  /// GetIpInterfaceEntry on a row that starts as `blank`. Errors: as IpStack::ipInterface.
  [[nodiscard]] Result<MIB_IPINTERFACE_ROW> ipInterfaceRow(const IpInterfaceKey& key,
                                                           const MIB_IPINTERFACE_ROW& blank) const;

 private:
  IpHelperApi api_;
};

}  // namespace interface_panel
