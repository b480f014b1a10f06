// SPDX-License-Identifier: MIT
#pragma once

#include "stack/result.h"
#include "transaction/frame.h"

namespace interface_panel {

/// The error as frames carry it.
PlatformCode platformCode(const Error& error);

/// True when the error says that the interface, or its row for the family, is not there: ENODEV and
/// EAFNOSUPPORT, ERROR_FILE_NOT_FOUND and ERROR_NOT_FOUND (see IpStack::ipInterface).
bool saysGone(const Error& error);

/// The refusal that says the same as a failed read of an IP interface.
Refusal refusalFor(const Error& error);

}  // namespace interface_panel
