// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace interface_panel {

/// A name server line of resolv.conf(5); `zone` is what stands after "%" ("eth0"), or empty.
struct NameServer {
  std::string address;
  std::string zone;
};

/// The "nameserver" lines of a resolv.conf.
std::vector<NameServer> parseResolvConf(std::string_view text);

/// The name servers of this system. Where systemd-resolved stands in (127.0.0.53), those that it
/// asks. A missing or unreadable file means none.
std::vector<NameServer> readNameServers();

}  // namespace interface_panel
