// SPDX-License-Identifier: MIT
#include "stack/linux/address_editor.h"

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>

#include <cerrno>

#include "stack/linux/socket_family.h"

namespace interface_panel {

Result<Done> removeAddress(NetlinkSocket& route, std::uint32_t index, const IpPrefix& prefix) {
  ifaddrmsg header{};
  header.ifa_family = AF_INET6;
  header.ifa_prefixlen = prefix.prefixLength;
  header.ifa_index = index;
  RequestBuilder request(RTM_DELADDR, header);
  request.add(IFA_LOCAL, addressPayload(prefix.address));
  // The temporary addresses that the kernel derived from it (RFC 8981) go with it.
  request.add(IFA_FLAGS, std::uint32_t{IFA_F_MANAGETEMPADDR});
  auto removed = route.change(request, 0);
  if (!removed && removed.error().code == EADDRNOTAVAIL) return Done{};
  return removed;
}

}  // namespace interface_panel
