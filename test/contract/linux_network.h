// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "stack/ip_interface_key.h"

namespace interface_panel {

/// Runs a shell command in the namespace of this thread and gives what it printed; ends the test
/// program when the command fails.
std::string shell(const std::string& command);

/// A network of its own for one test: this thread moves into a new namespace with the links v0 and
/// v1 to a router in another one, and v2, which has no IPv6. Both links have an IPv4 default route
/// of the same metric; v0 has a static IPv6 default route.
class LinuxNetwork {
 public:
  LinuxNetwork();
  LinuxNetwork(const LinuxNetwork&) = delete;
  LinuxNetwork& operator=(const LinuxNetwork&) = delete;
  ~LinuxNetwork();

  /// A router announces itself on v1, and the kernel has learnt its default route. `options` are
  /// further lines for the interface's block of radvd.conf.
  void startRouter(const std::string& options = {});

  /// As startRouter, without waiting for the kernel to learn anything.
  void startSilentRouter(const std::string& options);

  /// Waits until the kernel has learnt the router's default route.
  void waitForRouter();

  /// The router takes its announcement back, as on an orderly end.
  void stopRouter();

  /// Ends the router without a word.
  void killRouter();

  /// A command in the router's namespace.
  std::string inRouter(const std::string& command) const;

  /// What `ip` and `sysctl` show of this namespace, without lifetimes.
  [[nodiscard]] std::string witness() const;

  [[nodiscard]] std::uint32_t index(const std::string& link) const;
  [[nodiscard]] std::uint64_t luid(const std::string& link) const;
  [[nodiscard]] IpInterfaceKey key(const std::string& link, Family family) const {
    return {luid(link), family};
  }

 private:
  std::string router_;
  std::string folder_;
  pid_t radvd_ = -1;
};

}  // namespace interface_panel
