// SPDX-License-Identifier: MIT
#pragma once

#include "stack/snapshot.h"

namespace interface_panel {

/// True when every row has the adapter and the IP interface it belongs to. The tables are read one
/// after the other, so an interface that comes or goes meanwhile can be in one and not in another.
bool isJoined(const Snapshot& snapshot);

/// Drops rows that belong to no adapter or IP interface of the snapshot, and adapters that nobody
/// means by that word: without an IP interface only real ones (hardware or with a connector, so a
/// disabled network card stays) are kept, not the rows of filters, miniports and debuggers.
void joinTables(Snapshot& snapshot);

}  // namespace interface_panel
