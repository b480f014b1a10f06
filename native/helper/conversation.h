// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "channel/channel.h"
#include "transaction/helper_machine.h"

namespace interface_panel {

/// Set when the system or the user wants this process to end; whoever sets it also interrupts the
/// channel.
using StopRequest = std::atomic<bool>;

/// Runs one transaction over the channel to its end: waits for frames, for the time and for a stop
/// request, and feeds them to the machine.
ExitCode converse(SettableIpStack& stack, Channel& channel, HelperMachine::Settings settings,
                  StopRequest& stopRequest);

}  // namespace interface_panel
