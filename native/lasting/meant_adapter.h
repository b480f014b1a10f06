// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "stack/adapter_name.h"

namespace interface_panel {

/// Which adapter a name means now.
struct MeantAdapter {
  enum class Kind { none, one, several };
  Kind kind = Kind::none;
  /// 0 unless it is one.
  std::uint64_t luid = 0;

  bool operator==(const MeantAdapter&) const = default;
};

/// The rule of docs/lasting-settings.md: the adapter with the GUID and type, or else the one with
/// the alias and type. electron/lasting/meant-adapter.ts holds the same one (shared vectors).
MeantAdapter meantAdapter(const AdapterName& name, std::span<const NamedAdapter> adapters);

}  // namespace interface_panel
