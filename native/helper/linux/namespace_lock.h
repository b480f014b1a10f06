// SPDX-License-Identifier: MIT
#pragma once

#include "stack/linux/file_descriptor.h"

namespace interface_panel {

enum class NamespaceLock { held, busy, failed };

/// Takes the lock of this network namespace, whatever is mounted where: a socket whose name nobody
/// can take first, since it ends at random. Busy when root holds another such name; anybody else
/// may hold as many as they like. Where the kernel tells no names (no unix_diag) it is held anyway.
/// The lock is held until `socket` is closed.
NamespaceLock lockNetworkNamespace(FileDescriptor& socket);

}  // namespace interface_panel
