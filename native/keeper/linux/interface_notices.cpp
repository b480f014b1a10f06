// SPDX-License-Identifier: MIT
#include "keeper/linux/interface_notices.h"

#include <linux/if_addr.h>
#include <linux/netconf.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

#include <array>
#include <optional>

#include "stack/linux/parking_table.h"
#include "stack/linux/route_message.h"

namespace interface_panel {
namespace {

// Changes of neighbour timers are told to the group of IPv6 "ifinfo" and to that of links.
constexpr std::array<int, 8> kGroups{
    RTNLGRP_LINK,       RTNLGRP_IPV4_IFADDR,  RTNLGRP_IPV6_IFADDR,  RTNLGRP_IPV4_ROUTE,
    RTNLGRP_IPV6_ROUTE, RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_IPV6_IFINFO};

/// Room for a storm.
constexpr int kQueueBytes = 4 * 1024 * 1024;

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

void NoticeReader::read(const NetlinkMessage& message, KeeperNews& news) {
  switch (message.type) {
    case RTM_NEWLINK:
    case RTM_DELLINK:
      return readLink(message, news);
    case RTM_NEWADDR:
    case RTM_DELADDR:
      return readAddress(message, news);
    case RTM_NEWROUTE:
    case RTM_DELROUTE:
      return readRoute(message, news);
    case RTM_NEWNETCONF:
      return readConfiguration(message, news);
    default:
      return;
  }
}

bool InterfaceNotices::listenAgain() {
  socket_.emplace(kGroups, kQueueBytes);
  reader_ = {};
  return valid();
}

KeeperNews InterfaceNotices::take() {
  KeeperNews news;
  if (!socket_) return news;
  const bool isComplete =
      socket_->take([&](const Notice& notice) { reader_.read(notice.message, news); });
  if (!isComplete) news.ofAll = true;
  return news;
}

}  // namespace interface_panel
