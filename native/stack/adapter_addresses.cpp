// SPDX-License-Identifier: MIT
#include "stack/adapter_addresses.h"

namespace interface_panel {

AdapterAddresses::AdapterAddresses(const std::vector<UnicastAddress>& rows) {
  for (const UnicastAddress& row : rows) byLuid_[row.luid].push_back(row.address.address);
}

const std::vector<IpAddress>& AdapterAddresses::of(std::uint64_t luid) const {
  const auto found = byLuid_.find(luid);
  return found == byLuid_.end() ? none_ : found->second;
}

}  // namespace interface_panel
