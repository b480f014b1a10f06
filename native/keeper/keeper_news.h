// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <utility>

#include "stack/ip_interface_key.h"

namespace interface_panel {

/// An IP interface as notices name it: by the index part of its LUID (luidIndex), and its family.
using NoticedRow = std::pair<std::uint32_t, Family>;

/// What the system has told since it was listened to the last time.
struct KeeperNews {
  /// Notices were lost: anything may have happened.
  bool ofAll = false;
  /// An adapter came, went or has another name.
  bool adapters = false;
  /// Adapters that went, by the index part of their LUIDs.
  std::set<std::uint32_t> gone;
  /// IP interfaces that came or went, where the system names them by their whole keys (Windows).
  std::set<IpInterfaceKey> renewed;
  /// IP interfaces that something was told of.
  std::set<NoticedRow> rows;
  /// Those that somebody gave a default route.
  std::set<NoticedRow> defaultRoutesAdded;
  /// Those whose default routes a helper has put back into use.
  std::set<NoticedRow> defaultRoutesGivenBack;
};

}  // namespace interface_panel
