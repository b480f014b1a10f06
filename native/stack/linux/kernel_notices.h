// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>

#include "stack/linux/notice_socket.h"

namespace interface_panel {

/// What the kernel has told since it was asked the last time.
struct KernelNews {
  /// More than can be said of single links.
  bool ofAll = false;
  std::set<std::uint32_t> links;
};

/// Hears what the kernel tells the multicast groups of rtnetlink(7), such as RTNLGRP_LINK: of a
/// change before it answers whoever asked for it.
class KernelNotices {
 public:
  explicit KernelNotices(std::span<const int> groups);

  /// What was told since the last call; all, as long as the kernel cannot be listened to. Never
  /// blocks.
  KernelNews take();

 private:
  NoticeSocket socket_;
};

}  // namespace interface_panel
