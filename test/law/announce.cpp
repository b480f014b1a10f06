// SPDX-License-Identifier: MIT
// One router advertisement: `law-announce <link> <router lifetime in seconds> <prefix of 64 bits>`.
#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

struct Announcement {
  nd_router_advert router{};
  nd_opt_prefix_info prefix{};
};

constexpr std::uint32_t kPrefixLifetime = 3600;

Announcement announcementOf(std::uint16_t lifetime, const in6_addr& prefix) {
  Announcement announcement;
  announcement.router.nd_ra_type = ND_ROUTER_ADVERT;
  announcement.router.nd_ra_router_lifetime = htons(lifetime);
  announcement.prefix.nd_opt_pi_type = ND_OPT_PREFIX_INFORMATION;
  announcement.prefix.nd_opt_pi_len = sizeof(nd_opt_prefix_info) / 8;
  announcement.prefix.nd_opt_pi_prefix_len = 64;
  announcement.prefix.nd_opt_pi_flags_reserved = ND_OPT_PI_FLAG_ONLINK | ND_OPT_PI_FLAG_AUTO;
  announcement.prefix.nd_opt_pi_valid_time = htonl(kPrefixLifetime);
  announcement.prefix.nd_opt_pi_preferred_time = htonl(kPrefixLifetime);
  announcement.prefix.nd_opt_pi_prefix = prefix;
  return announcement;
}

int fail(const char* what) {
  std::perror(what);
  return 1;
}

}  // namespace

int main(int count, char** values) {
  in6_addr prefix{};
  if (count != 4 || inet_pton(AF_INET6, values[3], &prefix) != 1) return 2;
  const int descriptor = socket(AF_INET6, SOCK_RAW, IPPROTO_ICMPV6);
  if (descriptor < 0) return fail("socket");
  // A receiver believes no advertisement that may have crossed a router.
  const int hops = 255;
  setsockopt(descriptor, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, &hops, sizeof(hops));
  sockaddr_in6 everybody{};
  everybody.sin6_family = AF_INET6;
  everybody.sin6_scope_id = if_nametoindex(values[1]);
  // Without a link the kernel would choose one.
  if (everybody.sin6_scope_id == 0) return fail("if_nametoindex");
  inet_pton(AF_INET6, "ff02::1", &everybody.sin6_addr);
  const auto lifetime = static_cast<std::uint16_t>(std::strtoul(values[2], nullptr, 10));
  const Announcement announcement = announcementOf(lifetime, prefix);
  const auto* target = reinterpret_cast<const sockaddr*>(&everybody);
  const ssize_t sent =
      sendto(descriptor, &announcement, sizeof(announcement), 0, target, sizeof(everybody));
  return sent == sizeof(announcement) ? 0 : fail("sendto");
}
