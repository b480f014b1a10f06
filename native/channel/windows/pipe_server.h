// SPDX-License-Identifier: MIT
#pragma once

#include "channel/helper_arguments.h"
#include "channel/helper_launch.h"
#include "channel/windows/handle.h"
#include "stack/result.h"

namespace interface_panel {

/// The app's end of a launch's pipe: the first and only instance of its name, for this computer
/// alone, message mode, overlapped. With Consent::prompt its DACL lets in administrators alone,
/// which an unelevated program of the same user is not; else this user as well. Errors: 5 or 231
/// when somebody else holds the name, and those of the calls.
Result<Handle> createPipe(const LaunchNonce& nonce, Consent consent);

/// Waits until a client has connected, and whether it is `process`. False when it is another one,
/// or `process` or `abandoned` (an event) comes first.
bool acceptClient(const Handle& pipe, const Handle& process, const Handle& abandoned);

}  // namespace interface_panel
