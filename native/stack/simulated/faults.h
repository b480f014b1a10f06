// SPDX-License-Identifier: MIT
#pragma once

#include "stack/simulated/network.h"

namespace interface_panel::simulated {

/// What befalls the set that is about to be made.
struct Fault {
  /// Win32 code it fails with, 0 when it does not.
  int code = 0;
  bool hang = false;
};

/// Counts one set off the armed faults and answers what happens to it.
Fault takeFault(Faults& faults);

}  // namespace interface_panel::simulated
