// SPDX-License-Identifier: MIT
#include "keeper/linux/route_notices.h"

#include <linux/if_addr.h>
#include <linux/netconf.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "stack/linux/parking_table.h"
#include "stack/linux/route_message.h"

namespace interface_panel {
namespace {

// Changes of neighbour timers are told to the group of IPv6 "ifinfo" and to that of links.
constexpr std::array<int, 8> kGroups{
    RTNLGRP_LINK,       RTNLGRP_IPV4_IFADDR,  RTNLGRP_IPV6_IFADDR,  RTNLGRP_IPV4_ROUTE,
    RTNLGRP_IPV6_ROUTE, RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_IPV6_IFINFO};

constexpr std::size_t kBufferBytes = 32UL * 1024;
/// Room for a storm; the kernel takes it only while it is filled.
constexpr int kQueueBytes = 4 * 1024 * 1024;

FileDescriptor listen() {
  FileDescriptor socket(
      ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
    return {};
  }
  for (const int group : kGroups) {
    const bool joined =
        ::setsockopt(socket.get(), SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, &group, sizeof(group)) == 0;
    // Older kernels, and such without IPv6, have fewer.
    if (!joined && group == RTNLGRP_LINK) return {};
  }
  (void)::setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUFFORCE, &kQueueBytes, sizeof(kQueueBytes));
  return socket;
}

std::optional<Family> familyOf(std::uint8_t number) {
  if (number == AF_INET) return Family::ipv4;
  if (number == AF_INET6) return Family::ipv6;
  return std::nullopt;
}

void addRow(std::uint32_t link, std::uint8_t family, KeeperNews& news) {
  if (const auto known = familyOf(family)) news.rows.insert({link, *known});
}

void addRows(std::uint32_t link, KeeperNews& news) {
  news.rows.insert({link, Family::ipv4});
  news.rows.insert({link, Family::ipv6});
}

void readAddress(const NetlinkMessage& message, KeeperNews& news) {
  if (const auto header = readValue<ifaddrmsg>(message.body)) {
    addRow(header->ifa_index, header->ifa_family, news);
  }
}

void readConfiguration(const NetlinkMessage& message, KeeperNews& news) {
  const auto parts = splitMessage<netconfmsg>(message.body);
  if (!parts) return;
  const AttributeTable<NETCONFA_IFINDEX> attributes(parts->second);
  const auto link = attributes.get<std::int32_t>(NETCONFA_IFINDEX);
  // Zero and below are those of all links, and of those to come.
  if (link && *link > 0) {
    addRow(static_cast<std::uint32_t>(*link), parts->first.ncm_family, news);
  }
}

void noteDefaultRoute(const RouteMessage& route, std::uint32_t link, bool isNew, KeeperNews& news) {
  const NoticedRow row{link, route.family};
  const bool isParked =
      route.table == parkedRoutesTable(link) || route.table == parkedLearntRoutesTable(link);
  if (route.table == RT_TABLE_MAIN && isNew) {
    news.defaultRoutesAdded.insert(row);
  } else if (isParked && !isNew) {
    news.defaultRoutesGivenBack.insert(row);
  }
  news.rows.insert(row);
}

/// What is no default route is of no account, and most routes are none.
void readRoute(const NetlinkMessage& message, KeeperNews& news) {
  const auto header = readValue<rtmsg>(message.body);
  if (!header || header->rtm_dst_len != 0) return;
  const auto route = readRouteMessage({RTM_NEWROUTE, message.body});
  if (!route || !route->isDefault()) return;
  const bool isNew = message.type == RTM_NEWROUTE;
  if (route->index != 0) noteDefaultRoute(*route, route->index, isNew, news);
  for (const RouteMessageHop& hop : route->hops) noteDefaultRoute(*route, hop.index, isNew, news);
}

}  // namespace

void NoticeReader::readLink(const NetlinkMessage& message, KeeperNews& news) {
  const auto parts = splitMessage<ifinfomsg>(message.body);
  if (!parts) return;
  const auto link = static_cast<std::uint32_t>(parts->first.ifi_index);
  // Those of one family, and those of a bridge, say nothing of what there is.
  if (parts->first.ifi_family != AF_UNSPEC) return addRow(link, parts->first.ifi_family, news);
  if (message.type == RTM_DELLINK) {
    names_.erase(link);
    news.gone.insert(link);
    news.adapters = true;
    return;
  }
  addRows(link, news);
  std::string name = readText(AttributeTable<IFLA_IFNAME>(parts->second)[IFLA_IFNAME]);
  std::string& known = names_[link];
  if (known == name) return;
  known = std::move(name);
  news.adapters = true;
}

void NoticeReader::read(Bytes messages, KeeperNews& news) {
  while (const auto header = readValue<nlmsghdr>(messages)) {
    if (header->nlmsg_len < sizeof(nlmsghdr) || header->nlmsg_len > messages.size()) return;
    const NetlinkMessage message{
        header->nlmsg_type,
        messages.subspan(sizeof(nlmsghdr), header->nlmsg_len - sizeof(nlmsghdr))};
    switch (message.type) {
      case RTM_NEWLINK:
      case RTM_DELLINK:
        readLink(message, news);
        break;
      case RTM_NEWADDR:
      case RTM_DELADDR:
        readAddress(message, news);
        break;
      case RTM_NEWROUTE:
      case RTM_DELROUTE:
        readRoute(message, news);
        break;
      case RTM_NEWNETCONF:
        readConfiguration(message, news);
        break;
      default:
        break;
    }
    const std::size_t step = NLMSG_ALIGN(static_cast<std::size_t>(header->nlmsg_len));
    messages = messages.subspan(std::min(step, messages.size()));
  }
}

RouteNotices::RouteNotices() : socket_(listen()), buffer_(kBufferBytes) {}

void RouteNotices::stopListening() { socket_ = FileDescriptor(); }

bool RouteNotices::listenAgain() {
  socket_ = listen();
  reader_ = {};
  return valid();
}

KeeperNews RouteNotices::take() {
  KeeperNews news;
  while (takeNext(news)) continue;
  return news;
}

bool RouteNotices::takeNext(KeeperNews& news) {
  sockaddr_nl sender{};
  iovec part{buffer_.data(), buffer_.size()};
  msghdr message{};
  message.msg_name = &sender;
  message.msg_namelen = sizeof(sender);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  const ssize_t length = ::recvmsg(socket_.get(), &message, 0);
  if (length < 0 && errno == EINTR) return true;
  if (length < 0 && errno == ENOBUFS) {
    news.ofAll = true;
    return true;
  }
  if (length < 0) return false;
  if ((message.msg_flags & MSG_TRUNC) != 0) news.ofAll = true;
  // Other processes may send to a group as well, with the rights to.
  if (sender.nl_pid == 0) {
    reader_.read(Bytes(buffer_.data(), static_cast<std::size_t>(length)), news);
  }
  return true;
}

}  // namespace interface_panel
