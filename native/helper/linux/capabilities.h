// SPDX-License-Identifier: MIT
#pragma once

namespace interface_panel {

/// Whether CAP_NET_ADMIN is in the effective set of this thread.
bool hasNetAdmin();

/// Drops every capability but CAP_NET_ADMIN from the effective, permitted, inheritable, ambient and
/// bounding sets of this thread, which must be the only one. False if any of them stays.
bool keepNetAdminOnly();

}  // namespace interface_panel
