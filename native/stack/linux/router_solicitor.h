// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/linux/file_descriptor.h"
#include "stack/result.h"

namespace interface_panel {

/// Asks the routers of a link to announce themselves (RFC 4861, 4.1). Only opening the raw socket
/// needs CAP_NET_RAW, so it is opened at construction, before the helper drops that capability. The
/// socket receives nothing.
class RouterSolicitor {
 public:
  RouterSolicitor();

  /// Sends one Router Solicitation out of the link. Errors: those of socket(2) when the process was
  /// not allowed a raw socket, and of sendto(2).
  [[nodiscard]] Result<Done> solicit(std::uint32_t index) const;

 private:
  FileDescriptor socket_;
  int openError_ = 0;
};

}  // namespace interface_panel
