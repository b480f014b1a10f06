// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

namespace interface_panel {

/// The signals that ask this process to end: every one that can be caught, real-time ones included,
/// but those that tell of a fault in this process, which stay fatal, and those that are ignored.
sigset_t stopSignals();

/// Puts an end to what whoever started this process may have left in it: its terminal and session,
/// the timers it set, the signals it had ignored or blocked, its limits, its place in the queue for
/// the processor. From now on the stop signals wait
/// until somebody takes them, and those that would only stop this process or mean nothing to it are
/// ignored. To be called before any thread is started. False: not possible here.
bool shedInheritedState();

}  // namespace interface_panel
