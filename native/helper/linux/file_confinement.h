// SPDX-License-Identifier: MIT
#pragma once

namespace interface_panel {

/// From now on this thread, and those it starts, write to no file but the settings below
/// /proc/sys/net/{ipv4,ipv6}/{conf,neigh} and those of the place for lasting settings, read none
/// but these and what tells of devices below /sys/devices, and make and remove none but in that
/// place; they link and execute none; nor do they bind or connect TCP sockets, nor reach abstract
/// sockets and processes of others, as far as the kernel's version of Landlock has it. What is open
/// stays open, and where a file lies stays visible (stat). True also on a kernel without Landlock,
/// where nothing happens. https://docs.kernel.org/userspace-api/landlock.html
bool confineFilesToSettings();

}  // namespace interface_panel
