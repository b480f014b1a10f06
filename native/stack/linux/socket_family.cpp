// SPDX-License-Identifier: MIT
#include "stack/linux/socket_family.h"

#include <algorithm>

namespace interface_panel {

IpAddress readAddress(Family family, Bytes bytes) {
  IpAddress address;
  address.family = family;
  const std::size_t length = addressBytes(family);
  if (bytes.size() >= length) std::copy_n(bytes.begin(), length, address.bytes.begin());
  return address;
}

Bytes addressPayload(const IpAddress& address) {
  return Bytes(address.bytes).first(addressBytes(address.family));
}

}  // namespace interface_panel
