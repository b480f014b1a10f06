// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "keeper/keeper_news.h"
#include "stack/linux/file_descriptor.h"
#include "stack/linux/netlink_socket.h"

namespace interface_panel {

/// Turns notices of rtnetlink(7) into news. It knows links by index and name, to tell one that came
/// or was renamed from one that only says how it is.
class NoticeReader {
 public:
  /// One or more messages, as the kernel sent them.
  void read(Bytes messages, KeeperNews& news);

 private:
  void readLink(const NetlinkMessage& message, KeeperNews& news);

  std::unordered_map<std::uint32_t, std::string> names_;
};

/// Hears what the kernel tells of links, of their addresses and of default routes.
class RouteNotices {
 public:
  /// Not valid where the kernel cannot be listened to.
  RouteNotices();

  [[nodiscard]] bool valid() const { return socket_.valid(); }
  /// None while it does not listen.
  [[nodiscard]] int descriptor() const { return socket_.get(); }

  /// Hears nothing until it listens again: what nobody takes would lie in the kernel, megabytes of
  /// it.
  void stopListening();
  /// False: the kernel cannot be listened to. Of what was told meanwhile nothing is known.
  bool listenAgain();

  /// What was told since the last call. Never blocks.
  KeeperNews take();

 private:
  bool takeNext(KeeperNews& news);

  FileDescriptor socket_;
  std::vector<std::uint8_t> buffer_;
  NoticeReader reader_;
};

}  // namespace interface_panel
