// SPDX-License-Identifier: MIT
#include "stack/simulated/faults.h"

namespace interface_panel::simulated {

Fault takeFault(Faults& faults) {
  Fault fault;
  if (faults.hang && faults.hangAfter == 0) {
    fault.hang = true;
    faults.hang = false;
  } else if (faults.hang) {
    --faults.hangAfter;
  }
  if (faults.failCode != 0 && faults.failAfter == 0) {
    fault.code = static_cast<int>(faults.failCode);
    faults.failCode = 0;
  } else if (faults.failCode != 0) {
    --faults.failAfter;
  }
  return fault;
}

}  // namespace interface_panel::simulated
