// SPDX-License-Identifier: MIT
#pragma once

#include "stack/operation.h"
#include "stack/result.h"
#include "stack/windows/ip_helper_api.h"
#include "stack/windows/row_footprint.h"
#include "stack/windows/row_reader.h"

namespace interface_panel {

/// Reads and writes whole rows of the IP interface table as SetIpInterfaceEntry wants them.
class IpInterfaceWriter {
 public:
  IpInterfaceWriter(const IpHelperApi& api, const RowReader& reader) : api_(api), reader_(reader) {}

  /// The row as it is now, read over one that InitializeIpInterfaceEntry filled: a member that
  /// GetIpInterfaceEntry should leave alone stays marked as unchanged.
  [[nodiscard]] Result<MIB_IPINTERFACE_ROW> read(const IpInterfaceKey& key) const;

  /// SetIpInterfaceEntry with a row from read. Set writes every member, so read it right before.
  [[nodiscard]] Result<Done> write(MIB_IPINTERFACE_ROW row) const;

 private:
  const IpHelperApi& api_;
  const RowReader& reader_;
};

/// What a change of `field` may alter, as it stands in the row. Members that the stack computes by
/// itself are marked so, except the field itself. None if the row holds no value for one of them.
std::optional<RowFootprint> footprintOf(const MIB_IPINTERFACE_ROW& row, Field field,
                                        const AdapterGuid& adapter);

/// Puts the members of a footprint into the row, computed ones left as they are.
void putMembers(MIB_IPINTERFACE_ROW& row, const RowFootprint& footprint);

/// Puts the value of an operation into the row, with what goes with it: a metric of one's own means
/// that it is no longer automatic.
void putValue(MIB_IPINTERFACE_ROW& row, const Operation& operation);

}  // namespace interface_panel
