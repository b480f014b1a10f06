// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "stack/ip_stack.h"
#include "stack/windows/ip_helper_api.h"

namespace interface_panel {

/// The reads of the `windows` stack, which the settable one makes as well. See IpStack.
class WindowsReader {
 public:
  explicit WindowsReader(const IpHelperApi& api) : api_(api) {}

  [[nodiscard]] Result<Snapshot> snapshot() const;
  [[nodiscard]] Result<IpInterface> ipInterface(const IpInterfaceKey& key) const;
  [[nodiscard]] Result<BestRoute> bestRoute(const IpAddress& destination,
                                            const std::optional<IpAddress>& source) const;
  [[nodiscard]] Result<std::unique_ptr<Watch>> watch(std::function<void()> changed) const;

  /// GetIfEntry2. Errors: ERROR_FILE_NOT_FOUND when no adapter has this LUID.
  [[nodiscard]] Result<MIB_IF_ROW2> adapterRow(std::uint64_t luid) const;

  /// GetIpInterfaceEntry on a row that starts as `blank`. Errors: as IpStack::ipInterface.
  [[nodiscard]] Result<MIB_IPINTERFACE_ROW> ipInterfaceRow(const IpInterfaceKey& key,
                                                           const MIB_IPINTERFACE_ROW& blank) const;

 private:
  [[nodiscard]] Result<Snapshot> readTables() const;

  IpHelperApi api_;
};

}  // namespace interface_panel
