// SPDX-License-Identifier: MIT
#pragma once

#include <windows.h>

#include <memory>
#include <type_traits>

namespace interface_panel {

struct RegistryKeyCloser {
  void operator()(HKEY key) const { ::RegCloseKey(key); }
};

/// Owns an open key.
using RegistryKey = std::unique_ptr<std::remove_pointer_t<HKEY>, RegistryKeyCloser>;

}  // namespace interface_panel
