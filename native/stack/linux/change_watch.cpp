// SPDX-License-Identifier: MIT
#include "stack/linux/change_watch.h"

#include <linux/rtnetlink.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <thread>
#include <utility>
#include <vector>

#include "stack/linux/file_descriptor.h"
#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

// The kernel tells changes of neighbour timers to the IPv6 "ifinfo" group and to the link group.
constexpr std::array<int, 11> kGroups{
    RTNLGRP_LINK,         RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR, RTNLGRP_IPV4_ROUTE,
    RTNLGRP_IPV6_ROUTE,   RTNLGRP_IPV4_RULE,   RTNLGRP_IPV6_RULE,   RTNLGRP_IPV4_NETCONF,
    RTNLGRP_IPV6_NETCONF, RTNLGRP_IPV6_IFINFO, RTNLGRP_NEXTHOP};

constexpr std::size_t kBufferBytes = 32 * 1024;

// Changes come in dozens: a link that goes up brings addresses and routes.
constexpr int kGatherMs = 25;

Result<FileDescriptor> openNotifications() {
  FileDescriptor descriptor(
      ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
  if (!descriptor.valid()) return posixError(errno, "socket(AF_NETLINK)");
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  if (::bind(descriptor.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    return posixError(errno, "bind(AF_NETLINK)");
  }
  for (const int group : kGroups) {
    const bool joined = ::setsockopt(descriptor.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group,
                                     sizeof(group)) == 0;
    // Older kernels have fewer groups; without that of the links there is no watch.
    if (!joined && group == RTNLGRP_LINK) return posixError(errno, "NETLINK_ADD_MEMBERSHIP");
  }
  // Notices that are lost are of no interest: something has changed, and all of it is read anew.
  const int on = 1;
  (void)::setsockopt(descriptor.get(), SOL_NETLINK, NETLINK_NO_ENOBUFS, &on, sizeof(on));
  return descriptor;
}

class ChangeWatch final : public Watch {
 public:
  ChangeWatch(FileDescriptor notifications, FileDescriptor stop, std::function<void()> changed)
      : notifications_(std::move(notifications)),
        stop_(std::move(stop)),
        changed_(std::move(changed)),
        buffer_(kBufferBytes),
        thread_([this] { run(); }) {}
  ChangeWatch(const ChangeWatch&) = delete;
  ChangeWatch& operator=(const ChangeWatch&) = delete;

  ~ChangeWatch() override {
    const std::uint64_t one = 1;
    while (::write(stop_.get(), &one, sizeof(one)) < 0 && errno == EINTR) {
    }
    thread_.join();
  }

 private:
  void run() {
    for (;;) {
      std::array<pollfd, 2> waiting{{{stop_.get(), POLLIN, 0}, {notifications_.get(), POLLIN, 0}}};
      if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
      if ((waiting[0].revents & POLLIN) != 0 || (waiting[1].revents != 0 && stopped())) return;
      if (waiting[1].revents != 0 && drain()) changed_();
    }
  }

  // Lets more come to what there is. Whether the watch ended meanwhile.
  bool stopped() {
    pollfd stop{stop_.get(), POLLIN, 0};
    return ::poll(&stop, 1, kGatherMs) > 0;
  }

  // Whether there was anything.
  bool drain() {
    bool any = false;
    for (;;) {
      const ssize_t length = ::recv(notifications_.get(), buffer_.data(), buffer_.size(), 0);
      if (length > 0 || (length < 0 && errno == ENOBUFS)) {
        any = true;
      } else if (length == 0 || errno != EINTR) {
        return any;
      }
    }
  }

  FileDescriptor notifications_;
  FileDescriptor stop_;
  std::function<void()> changed_;
  std::vector<std::uint8_t> buffer_;
  std::thread thread_;
};

}  // namespace

Result<std::unique_ptr<Watch>> watchChanges(std::function<void()> changed) {
  auto notifications = openNotifications();
  if (!notifications) return notifications.error();
  FileDescriptor stop(::eventfd(0, EFD_CLOEXEC));
  if (!stop.valid()) return posixError(errno, "eventfd");
  return std::unique_ptr<Watch>(std::make_unique<ChangeWatch>(std::move(notifications.value()),
                                                              std::move(stop), std::move(changed)));
}

}  // namespace interface_panel
