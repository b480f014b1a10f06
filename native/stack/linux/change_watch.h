// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "stack/ip_stack.h"
#include "stack/result.h"

namespace interface_panel {

/// Calls `changed` from a thread of its own after each burst of notifications about links,
/// addresses, routes, rules, next hops and per-link configuration, and when some were lost
/// (ENOBUFS). Errors: those of socket(2), bind(2) and eventfd(2).
Result<std::unique_ptr<Watch>> watchChanges(std::function<void()> changed);

}  // namespace interface_panel
