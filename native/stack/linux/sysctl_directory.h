// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "stack/linux/file_descriptor.h"
#include "stack/linux/link_identity.h"
#include "stack/linux/netlink_socket.h"
#include "stack/result.h"

namespace interface_panel {

/// A link's own folder below /proc/sys/net, such as ipv6/conf/eth0. It is opened once and the link
/// is looked up again afterwards: when the link is renamed later, the kernel takes the folder away,
/// and a write through it fails instead of reaching the link that has the name then.
class SysctlDirectory {
 public:
  /// `base` is "ipv4/conf", "ipv6/neigh" and the like. Errors: those of open(2), ENODEV when the
  /// link is no longer `identity`.
  static Result<SysctlDirectory> open(NetlinkSocket& route, const std::string& base,
                                      const LinkIdentity& identity);

  /// The number in `file`. Errors: those of open(2) and read(2), EBADMSG for anything but a number.
  [[nodiscard]] Result<std::int64_t> read(const std::string& file) const;

  /// Errors: those of open(2) and write(2).
  [[nodiscard]] Result<Done> write(const std::string& file, std::int64_t value) const;

 private:
  SysctlDirectory(FileDescriptor directory, std::string path)
      : directory_(std::move(directory)), path_(std::move(path)) {}

  FileDescriptor directory_;
  std::string path_;
};

}  // namespace interface_panel
