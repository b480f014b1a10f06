// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "keeper/finding.h"
#include "keeper/keeper_limits.h"
#include "lasting/keeper_status.h"
#include "lasting/lasting_setting.h"
#include "transaction/time_limits.h"

namespace interface_panel {

/// What a setting asks for once it was looked at.
enum class Verdict {
  /// Nothing, or nothing yet.
  rest,
  set,
  /// Somebody has changed it while the adapter stayed: that is to be told.
  leave,
  /// Somebody changes it again and again: that is to be told.
  giveUp,
};

/// One lasting setting, how it stands and when it is due; it touches nothing itself. Times are the
/// machine's milliseconds.
class KeptSetting {
 public:
  explicit KeptSetting(LastingSetting setting);

  [[nodiscard]] const LastingSetting& setting() const { return setting_; }
  [[nodiscard]] const KeptStatus& status() const { return status_; }
  /// Of the adapter that is meant; 0 if there is none.
  [[nodiscard]] std::uint64_t luid() const { return luid_; }
  [[nodiscard]] Operation operation() const;
  /// kNever unless it is to be looked at.
  [[nodiscard]] std::uint64_t nextLook() const;

  /// Its adapter is there (again).
  void arrive(std::uint64_t now, std::uint64_t luid);
  /// There is no such adapter.
  void leave();
  /// Two adapters fit.
  void doubt();
  /// Its IP interface came or went, while the adapter is there.
  void hearRenewed(std::uint64_t now);
  /// Something was told of its IP interface.
  void hear(std::uint64_t now);
  /// Somebody has given its IP interface a default route.
  void hearDefaultRoute(std::uint64_t now);
  /// A helper has put its default routes back.
  void hearGivenBack();
  /// A helper is at work.
  void waitForHelper(std::uint64_t now);
  /// Its turn comes then, and not before.
  void postpone(std::uint64_t now, std::uint64_t until);

  /// What is to be done about a finding; notes nothing.
  [[nodiscard]] Verdict weigh(const Finding& finding, std::uint64_t now) const;

  /// A finding that asks for nothing, or for no more than to be told. True: it stands otherwise now
  /// than it stood before, and that is worth a line.
  bool note(const Finding& finding, Verdict verdict, std::uint64_t now);
  /// Its value was set. `wallClock`: milliseconds since 1970.
  void noteSet(std::uint64_t now, std::int64_t wallClock);
  void noteFailure(std::uint64_t now, const Error& error, std::int64_t live);

 private:
  [[nodiscard]] bool isOfDefaultRoutes() const;
  [[nodiscard]] bool mayBeSet(std::uint64_t now) const;
  [[nodiscard]] std::uint64_t windowLook() const;
  void refill(std::uint64_t now);
  void spend(std::uint64_t now);
  void beginWindow(std::uint64_t now);
  void noteDifference(Verdict verdict, std::uint64_t now);
  void stand(KeptState state);

  LastingSetting setting_;
  KeptStatus status_;
  std::uint64_t luid_ = 0;

  std::uint64_t lookAt_ = kNever;
  /// Since when it was told of without a look.
  std::uint64_t movesSince_ = kNever;
  /// An arrival was not dealt with yet.
  bool arriving_ = false;
  /// When it was dealt with last; kNever when that is long ago.
  std::uint64_t windowFrom_ = kNever;
  std::size_t windowLooks_ = 0;
  /// A helper was at work since the last look.
  bool besideHelper_ = false;

  std::size_t chances_ = kChances;
  std::uint64_t chancesFrom_ = 0;
  std::uint64_t pauseUntil_ = 0;
  /// Given up, and told.
  bool spent_ = false;
  std::uint64_t lastDefaultRoute_ = 0;
};

}  // namespace interface_panel
