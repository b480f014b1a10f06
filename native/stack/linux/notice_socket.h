// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "stack/linux/file_descriptor.h"
#include "stack/linux/netlink_socket.h"

namespace interface_panel {

/// One thing that the kernel tells unasked.
struct Notice {
  NetlinkMessage message;
  /// NLM_F_*.
  std::uint16_t flags = 0;
};

/// Hears what the kernel tells multicast groups of rtnetlink(7), such as RTNLGRP_LINK.
class NoticeSocket {
 public:
  /// Room for a burst of some thousand.
  static constexpr int kUsualQueueBytes = 1024 * 1024;

  /// Not valid when one of the groups cannot be listened to. `queueBytes` of what is told are kept
  /// until they are taken, or as many as the kernel gives anybody who may not change links.
  explicit NoticeSocket(std::span<const int> groups, int queueBytes = kUsualQueueBytes);

  [[nodiscard]] bool valid() const { return socket_.valid(); }
  /// To poll for.
  [[nodiscard]] int descriptor() const { return socket_.get(); }

  /// Calls `each` with what was told since the last call. False: something was lost, or cannot be
  /// heard at all. Never blocks.
  bool take(const std::function<void(const Notice&)>& each);

 private:
  enum class Taken : std::uint8_t { some, lost, nothing };
  Taken takeNext(const std::function<void(const Notice&)>& each);

  FileDescriptor socket_;
  std::vector<std::uint8_t> buffer_;
};

}  // namespace interface_panel
