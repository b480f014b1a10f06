// SPDX-License-Identifier: MIT
#pragma once

#include <linux/genetlink.h>

#include <cstdint>
#include <string_view>

#include "stack/linux/netlink_socket.h"
#include "stack/result.h"

namespace interface_panel {

/// One family of generic netlink ("ethtool", "nl80211"), with a socket of its own.
class GenericFamily {
 public:
  /// Errors: ENOENT when the kernel has no such family.
  static Result<GenericFamily> open(std::string_view name);

  /// A request of this family, to be completed with attributes.
  [[nodiscard]] RequestBuilder request(std::uint8_t command) const;

  NetlinkSocket& socket() { return socket_; }

 private:
  GenericFamily(NetlinkSocket socket, std::uint16_t id) : socket_(std::move(socket)), id_(id) {}

  NetlinkSocket socket_;
  std::uint16_t id_;
};

/// The attributes of one answer of a generic netlink family.
template <std::uint16_t Max>
AttributeTable<Max> genericAttributes(const NetlinkMessage& message) {
  const auto parts = splitMessage<genlmsghdr>(message.body);
  return AttributeTable<Max>(parts ? parts->second : Bytes{});
}

}  // namespace interface_panel
