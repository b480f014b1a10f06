// SPDX-License-Identifier: MIT
#pragma once

namespace interface_panel {

/// From now on no thread of this process makes any other system call than a helper in its
/// conversation needs: none that executes, starts a process or a thread, or opens a socket but
/// netlink's; no memory becomes executable. What is not allowed fails with EPERM, so that a library
/// that asks for more does not end a helper that has something to take back.
/// Needs no_new_privs. True also on a kernel without seccomp filters, where nothing happens.
/// https://docs.kernel.org/userspace-api/seccomp_filter.html
bool confineCallsToConversation();

/// The same for a keeper, which takes and releases the lock that a helper takes once, and therefore
/// also makes sockets of the Unix family.
bool confineCallsToKeeping();

}  // namespace interface_panel
