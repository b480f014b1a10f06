// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "stack/linux/file_descriptor.h"

namespace interface_panel {

enum class NamespaceLock { held, busy, failed };

/// Whoever changes IP interfaces: a helper, or the keeper while it sets something.
inline constexpr std::string_view kHelperName = "helper";
/// Keepers among themselves.
inline constexpr std::string_view kKeeperName = "keeper";

/// Takes the lock of this network namespace that has this name, whatever is mounted where: a socket
/// whose own name nobody can take first, since it ends at random. Busy when root holds another such
/// name; anybody else may hold as many as they like. Where the kernel tells no names (no unix_diag)
/// it is held anyway. The lock is held until `socket` is closed.
NamespaceLock lockNetworkNamespace(FileDescriptor& socket, std::string_view lock);

}  // namespace interface_panel
