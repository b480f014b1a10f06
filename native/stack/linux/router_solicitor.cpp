// SPDX-License-Identifier: MIT
#include "stack/linux/router_solicitor.h"

#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "stack/linux/posix_error.h"

namespace interface_panel {
namespace {

// Routers drop solicitations that have passed another router (RFC 4861, 6.1.1).
constexpr int kHopLimit = 255;
constexpr in6_addr kAllRouters{{{0xFF, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2}}};

}  // namespace

RouterSolicitor::RouterSolicitor()
    : socket_(::socket(AF_INET6, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMPV6)) {
  if (!socket_.valid()) {
    openError_ = errno;
    return;
  }
  icmp6_filter filter;
  ICMP6_FILTER_SETBLOCKALL(&filter);
  const bool prepared =
      ::setsockopt(socket_.get(), IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof(filter)) == 0 &&
      ::setsockopt(socket_.get(), IPPROTO_IPV6, IPV6_MULTICAST_HOPS, &kHopLimit,
                   sizeof(kHopLimit)) == 0;
  if (!prepared) openError_ = errno;
}

Result<Done> RouterSolicitor::solicit(std::uint32_t index) const {
  if (openError_ != 0) return posixError(openError_, "socket(IPPROTO_ICMPV6)");
  nd_router_solicit message{};
  message.nd_rs_hdr.icmp6_type = ND_ROUTER_SOLICIT;
  sockaddr_in6 routers{};
  routers.sin6_family = AF_INET6;
  routers.sin6_addr = kAllRouters;
  routers.sin6_scope_id = index;
  if (::sendto(socket_.get(), &message, sizeof(message), 0,
               reinterpret_cast<const sockaddr*>(&routers), sizeof(routers)) < 0) {
    return posixError(errno, "Router Solicitation");
  }
  return Done{};
}

}  // namespace interface_panel
