// SPDX-License-Identifier: MIT
#include "stack/linux/kernel_notices.h"

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>

#include "stack/linux/route_message.h"

namespace interface_panel {
namespace {

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

}  // namespace

KernelNotices::KernelNotices(std::span<const int> groups) : socket_(groups) {}

KernelNews KernelNotices::take() {
  KernelNews news;
  const bool complete = socket_.take([&news](const Notice& notice) {
    const auto link = linkOf(notice.message);
    if (link) {
      news.links.insert(*link);
    } else {
      news.ofAll = true;
    }
  });
  if (!complete) news.ofAll = true;
  return news;
}

}  // namespace interface_panel
