// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "keeper/keeper_news.h"
#include "stack/linux/netlink_socket.h"
#include "stack/linux/notice_socket.h"

namespace interface_panel {

/// Turns notices of rtnetlink(7) into news. It knows links by index and name, to tell one that came
/// or was renamed from one that only says how it is.
class NoticeReader {
 public:
  void read(const NetlinkMessage& message, KeeperNews& news);

 private:
  void readLink(const NetlinkMessage& message, KeeperNews& news);

  std::unordered_map<std::uint32_t, std::string> names_;
};

/// Hears what the kernel tells of links, of their addresses and of default routes.
class InterfaceNotices {
 public:
  /// Not valid where the kernel cannot be listened to.
  InterfaceNotices() { listenAgain(); }

  [[nodiscard]] bool valid() const { return socket_ && socket_->valid(); }
  /// None while it does not listen.
  [[nodiscard]] int descriptor() const { return socket_ ? socket_->descriptor() : -1; }

  /// Hears nothing until it listens again: what nobody takes would lie in the kernel, megabytes of
  /// it.
  void stopListening() { socket_.reset(); }
  /// False: the kernel cannot be listened to. Of what was told meanwhile nothing is known.
  bool listenAgain();

  /// What was told since the last call. Never blocks. Where the kernel cannot be listened to any
  /// more it is not valid afterwards.
  KeeperNews take();

 private:
  std::optional<NoticeSocket> socket_;
  NoticeReader reader_;
};

}  // namespace interface_panel
