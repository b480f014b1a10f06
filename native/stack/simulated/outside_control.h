// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stack/simulated/network.h"

// What happens to a computer without Interface Panel: other programs, drivers, cables.
// Functions that answer an int answer a Win32 code.
namespace interface_panel::simulated {

/// Another program changes a settable field through SetIpInterfaceEntry, or the network a status
/// field. Errors: those of Set; 87 for a field that is neither, or not of that family, or holds no
/// such value.
int setFromOutside(SimulatedNetwork& network, const IpInterfaceKey& key, Field field,
                   std::int64_t value);

/// The adapter goes with everything that belongs to it. Error: 2 (not there).
int makeVanish(SimulatedNetwork& network, std::uint64_t luid);

/// What an adapter is like when it returns; its index is another one in any case.
enum class Return {
  /// With the settings it was made with, as an adapter that a VPN program makes anew.
  fresh,
  /// With the settings it had.
  kept,
  /// As fresh, and under another GUID: another adapter that came to the same LUID.
  replaced,
};

/// Errors: 2 (no such adapter vanished), 5010 (it is there).
int makeReturn(SimulatedNetwork& network, std::uint64_t luid, Return how);

}  // namespace interface_panel::simulated
