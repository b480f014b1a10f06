// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "lasting/lasting_setting.h"
#include "stack/operation.h"
#include "stack/result.h"

namespace interface_panel {

/// What is the matter with the store, as the keeper found it; the number in the status.
enum class StoreTrouble : std::uint32_t {
  none = 0,
  damaged = 1,
  laterVersion = 2,
  notTrusted = 3,
  switchedOff = 4,
  safeMode = 5,
};

/// How a lasting setting stands; the number in the status.
enum class KeptState : std::uint8_t {
  absent = 0,
  arriving = 1,
  held = 2,
  refused = 3,
  failed = 4,
  givenUp = 5,
  changed = 6,
  ambiguous = 7,
};

/// What the keeper tells of one setting.
struct KeptStatus {
  SettingId id{};
  KeptState state = KeptState::absent;
  ErrorDomain domain = ErrorDomain::win32;
  Refusal refusal = Refusal::none;
  std::int32_t code = 0;
  /// Milliseconds since 1970; 0 never.
  std::int64_t setAgainAt = 0;
  /// The value found last.
  std::int64_t live = 0;
  /// Since the keeper started.
  std::uint32_t timesSet = 0;

  bool operator==(const KeptStatus&) const = default;
};

/// What the keeper tells (docs/lasting-settings.md).
struct KeeperStatus {
  std::uint32_t process = 0;
  StoreTrouble store = StoreTrouble::none;
  /// In the system's own unit: it tells one process from another with its number.
  std::uint64_t startedAt = 0;
  /// Milliseconds since 1970.
  std::int64_t wroteAt = 0;
  std::vector<KeptStatus> settings;
};

/// The most bytes that a status can take.
inline constexpr std::size_t kMaxStatusBytes = 32 + kMaxLastingSettings * 64 + 32;

/// The bytes of docs/lasting-settings.md; electron/lasting/keeper-status-codec.ts reads them.
std::vector<std::uint8_t> encodeStatus(const KeeperStatus& status);

}  // namespace interface_panel
