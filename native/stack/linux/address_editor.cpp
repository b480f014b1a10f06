// SPDX-License-Identifier: MIT
#include "stack/linux/address_editor.h"

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
  auto removed = route.change(request, 0);
  if (!removed && removed.error().code == EADDRNOTAVAIL) return Done{};
  return removed;
}

}  // namespace interface_panel
