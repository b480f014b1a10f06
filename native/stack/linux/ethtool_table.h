// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>

#include "stack/ip_interface_key.h"
#include "stack/linux/kernel_notices.h"

namespace interface_panel {

/// What the driver of a link takes over from the stack, as NL_INTERFACE_OFFLOAD_ROD bits
/// (bit 2 UDP checksum, 3 TCP checksum, 7 large send), and whether it joins received packets.
struct LinkOffloads {
  std::uint8_t transmitIpv4 = 0;
  std::uint8_t transmitIpv6 = 0;
  std::uint8_t receive = 0;
  /// Large receive offload; the kernel switches it off for good when forwarding is switched on.
  bool largeReceive = false;

  [[nodiscard]] std::uint8_t transmit(Family family) const {
    return family == Family::ipv4 ? transmitIpv4 : transmitIpv6;
  }
};

/// By interface index.
using OffloadTable = std::map<std::uint32_t, LinkOffloads>;

/// Offloads of every link, or of the one with `index`. Empty where the kernel has no ethtool
/// netlink (before Linux 5.6). Source: Documentation/networking/ethtool-netlink.rst.
OffloadTable readOffloads(std::optional<std::uint32_t> index = std::nullopt);

/// Speed of links that have one, in bits per second by interface index.
std::map<std::uint32_t, std::uint64_t> readLinkSpeeds();

/// Offloads and speeds of all links. They are asked for again when the kernel tells of a change of
/// any link, and once a minute for drivers that do not tell.
class EthtoolTables {
 public:
  EthtoolTables();

  struct Tables {
    OffloadTable offloads;
    std::map<std::uint32_t, std::uint64_t> speeds;
  };
  /// Holds until the next call.
  const Tables& read();

 private:
  KernelNotices notices_;
  std::optional<std::chrono::steady_clock::time_point> readAt_;
  Tables tables_;
};

}  // namespace interface_panel
