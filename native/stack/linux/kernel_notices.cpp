// SPDX-License-Identifier: MIT
#include "stack/linux/kernel_notices.h"

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "stack/linux/route_message.h"

namespace interface_panel {
namespace {

constexpr std::size_t kBufferBytes = 32 * 1024;

FileDescriptor listen(std::span<const int> groups) {
  FileDescriptor socket(
      ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  const bool bound =
      socket.valid() &&
      ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
  const bool joined = bound && std::ranges::all_of(groups, [&](int group) {
                        return ::setsockopt(socket.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP,
                                            &group, sizeof(group)) == 0;
                      });
  return joined ? std::move(socket) : FileDescriptor();
}

/// The one link that a notice is about, as far as there is one.
std::optional<std::uint32_t> linkOf(const NetlinkMessage& message) {
  switch (message.type) {
    case RTM_NEWLINK:
    case RTM_DELLINK:
      if (const auto header = readValue<ifinfomsg>(message.body)) {
        return static_cast<std::uint32_t>(header->ifi_index);
      }
      return std::nullopt;
    case RTM_NEWADDR:
      // With an address that goes, routes go that prefer it as their source, on whatever link.
      if (const auto header = readValue<ifaddrmsg>(message.body)) return header->ifa_index;
      return std::nullopt;
    case RTM_NEWROUTE:
    case RTM_DELROUTE:
      if (const auto route = readRouteMessage({RTM_NEWROUTE, message.body})) {
        const bool single = route->index != 0 && route->hops.empty() && route->nexthopId == 0;
        if (single) return route->index;
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

void addNews(Bytes rest, KernelNews& news) {
  while (const auto header = readValue<nlmsghdr>(rest)) {
    if (header->nlmsg_len < sizeof(nlmsghdr) || header->nlmsg_len > rest.size()) {
      news.ofAll = true;
      return;
    }
    const Bytes body = rest.subspan(sizeof(nlmsghdr), header->nlmsg_len - sizeof(nlmsghdr));
    const auto link = linkOf({header->nlmsg_type, body});
    if (link) {
      news.links.insert(*link);
    } else {
      news.ofAll = true;
    }
    const std::size_t step = NLMSG_ALIGN(static_cast<std::size_t>(header->nlmsg_len));
    rest = rest.subspan(std::min(step, rest.size()));
  }
}

}  // namespace

KernelNotices::KernelNotices(std::span<const int> groups)
    : socket_(listen(groups)), buffer_(kBufferBytes) {}

KernelNews KernelNotices::take() {
  KernelNews news;
  if (!socket_.valid()) news.ofAll = true;
  while (socket_.valid() && takeNext(news)) continue;
  return news;
}

bool KernelNotices::takeNext(KernelNews& news) {
  iovec part{buffer_.data(), buffer_.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  const ssize_t length = ::recvmsg(socket_.get(), &message, 0);
  if (length < 0 && errno == EAGAIN) return false;
  if (length < 0 && errno == EINTR) return true;
  if (length < 0) {
    news.ofAll = true;
    // After ENOBUFS the rest is still there; whatever else it is, it would be there again.
    return errno == ENOBUFS;
  }
  if ((message.msg_flags & MSG_TRUNC) != 0) news.ofAll = true;
  addNews(Bytes(buffer_.data(), static_cast<std::size_t>(length)), news);
  return true;
}

}  // namespace interface_panel
