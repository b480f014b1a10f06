// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "stack/snapshot.h"

namespace interface_panel {

/// The addresses of a snapshot by the adapter that has them.
class AdapterAddresses {
 public:
  explicit AdapterAddresses(const std::vector<UnicastAddress>& rows);

  /// Those of one adapter in the order of the snapshot.
  [[nodiscard]] const std::vector<IpAddress>& of(std::uint64_t luid) const;

 private:
  std::unordered_map<std::uint64_t, std::vector<IpAddress>> byLuid_;
  std::vector<IpAddress> none_;
};

}  // namespace interface_panel
