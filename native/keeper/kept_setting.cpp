// SPDX-License-Identifier: MIT
#include "keeper/kept_setting.h"

#include <algorithm>
#include <utility>

namespace interface_panel {
namespace {

/// Without a default route there is nothing that somebody could have switched.
bool isAnotherValue(const Finding& finding) {
  if (finding.kind == Finding::Kind::refused) return finding.refusal != Refusal::noDefaultRoute;
  return finding.kind == Finding::Kind::differs;
}

}  // namespace

KeptSetting::KeptSetting(LastingSetting setting) : setting_(std::move(setting)) {
  status_.id = setting_.id();
}

Operation KeptSetting::operation() const {
  return {{luid_, setting_.family}, setting_.field, status_.live, setting_.value};
}

std::uint64_t KeptSetting::nextLook() const { return std::min(lookAt_, windowLook()); }

std::uint64_t KeptSetting::windowLook() const {
  if (windowFrom_ == kNever || windowLooks_ >= kWindowLooks.size()) return kNever;
  return windowFrom_ + kWindowLooks[windowLooks_];
}

void KeptSetting::arrive(std::uint64_t now, std::uint64_t luid) {
  luid_ = luid;
  stand(KeptState::arriving);
  arriving_ = true;
  besideHelper_ = false;
  windowFrom_ = kNever;
  chances_ = kChances;
  pauseUntil_ = 0;
  spent_ = false;
  movesSince_ = now;
  lookAt_ = now + kQuiet;
}

void KeptSetting::leave() {
  luid_ = 0;
  stand(KeptState::absent);
  windowFrom_ = kNever;
  lookAt_ = kNever;
}

void KeptSetting::doubt() {
  leave();
  stand(KeptState::ambiguous);
}

void KeptSetting::hearRenewed(std::uint64_t now) {
  // One that keeps coming and going is looked at all the same.
  if (status_.state == KeptState::arriving) {
    hear(now);
  } else {
    arrive(now, luid_);
  }
}

void KeptSetting::hear(std::uint64_t now) {
  if (luid_ == 0) return;
  if (movesSince_ == kNever) movesSince_ = now;
  lookAt_ = std::min(now + kQuiet, movesSince_ + kLongestUnrest);
}

bool KeptSetting::isOfDefaultRoutes() const {
  return setting_.field == Field::DisableDefaultRoutes && setting_.value != 0;
}

void KeptSetting::hearDefaultRoute(std::uint64_t now) {
  if (luid_ == 0 || !isOfDefaultRoutes()) return;
  const std::uint64_t without = now - std::exchange(lastDefaultRoute_, now);
  if (spent_ && without >= kChanceReturns) {
    spent_ = false;
    chances_ = kChances;
  }
  refill(now);
  // Where somebody has put them back, one more changes nothing.
  if (!spent_ && status_.state != KeptState::changed) arriving_ = true;
  hear(now);
}

void KeptSetting::hearGivenBack() {
  if (!isOfDefaultRoutes() || status_.state == KeptState::arriving) return;
  arriving_ = false;
  besideHelper_ = true;
}

void KeptSetting::waitForHelper(std::uint64_t now) {
  besideHelper_ = true;
  postpone(now, now + kTryAgain);
}

/// One look serves all that was due.
void KeptSetting::postpone(std::uint64_t now, std::uint64_t until) {
  lookAt_ = until;
  movesSince_ = kNever;
  while (windowLook() <= now) ++windowLooks_;
}

bool KeptSetting::mayBeSet(std::uint64_t now) const {
  if (arriving_) return true;
  const bool isRecent = windowFrom_ != kNever && now < windowFrom_ + kArrivalWindow;
  // What a helper leaves is what a person has decided.
  return isRecent && !besideHelper_ && status_.state != KeptState::changed;
}

Verdict KeptSetting::weigh(const Finding& finding, std::uint64_t now) const {
  if (!isAnotherValue(finding) || spent_) return Verdict::rest;
  if (!mayBeSet(now)) {
    return status_.state == KeptState::changed ? Verdict::rest : Verdict::leave;
  }
  if (finding.kind == Finding::Kind::refused) return Verdict::rest;
  if (chances_ == 0) return Verdict::giveUp;
  return now < pauseUntil_ ? Verdict::rest : Verdict::set;
}

bool KeptSetting::note(const Finding& finding, Verdict verdict, std::uint64_t now) {
  const KeptStatus before = status_;
  const bool wasSpent = spent_;
  postpone(now, kNever);
  status_.live = finding.live;
  switch (finding.kind) {
    case Finding::Kind::gone:
      // Its coming will be an arrival.
      stand(KeptState::absent);
      arriving_ = true;
      chances_ = kChances;
      spent_ = false;
      windowFrom_ = kNever;
      break;
    case Finding::Kind::unreadable:
      stand(KeptState::failed);
      status_.domain = finding.error->domain;
      status_.code = finding.error->code;
      break;
    case Finding::Kind::equal:
      if (std::exchange(arriving_, false)) beginWindow(now);
      besideHelper_ = false;
      stand(KeptState::held);
      break;
    case Finding::Kind::refused:
      if (isAnotherValue(finding) && !mayBeSet(now)) {
        noteDifference(verdict, now);
        break;
      }
      // Until a notice tells that it may be otherwise: a tunnel is there before its routes.
      arriving_ = true;
      stand(KeptState::refused);
      status_.refusal = finding.refusal;
      break;
    case Finding::Kind::differs:
      noteDifference(verdict, now);
      break;
  }
  const bool isOther = before.state != status_.state || before.refusal != status_.refusal ||
                       before.code != status_.code;
  // Whoever goes on and on was told of once.
  return isOther && !wasSpent;
}

void KeptSetting::noteDifference(Verdict verdict, std::uint64_t now) {
  if (verdict == Verdict::leave) {
    stand(KeptState::changed);
    windowFrom_ = kNever;
    besideHelper_ = false;
  } else if (verdict == Verdict::giveUp || spent_) {
    stand(KeptState::givenUp);
    spent_ = true;
    arriving_ = false;
  } else if (now < pauseUntil_) {
    postpone(now, pauseUntil_);
  }
}

void KeptSetting::noteSet(std::uint64_t now, std::int64_t wallClock) {
  postpone(now, kNever);
  spend(now);
  if (std::exchange(arriving_, false)) beginWindow(now);
  besideHelper_ = false;
  stand(KeptState::held);
  status_.live = setting_.value;
  status_.setAgainAt = wallClock;
  ++status_.timesSet;
}

void KeptSetting::noteFailure(std::uint64_t now, const Error& error, std::int64_t live) {
  postpone(now, kNever);
  spend(now);
  arriving_ = true;
  stand(KeptState::failed);
  status_.domain = error.domain;
  status_.code = error.code;
  status_.live = live;
  if (chances_ > 0) postpone(now, pauseUntil_);
}

void KeptSetting::beginWindow(std::uint64_t now) {
  windowFrom_ = now;
  windowLooks_ = 0;
}

void KeptSetting::refill(std::uint64_t now) {
  if (spent_) return;
  const std::size_t returned = (now - chancesFrom_) / kChanceReturns;
  chancesFrom_ += returned * kChanceReturns;
  chances_ = std::min(kChances, chances_ + returned);
}

void KeptSetting::spend(std::uint64_t now) {
  if (chances_ == kChances) chancesFrom_ = now;
  --chances_;
  const std::size_t used = kChances - chances_;
  pauseUntil_ = now + kPauses[std::min(used, kPauses.size()) - 1];
}

void KeptSetting::stand(KeptState state) {
  status_.state = state;
  status_.refusal = Refusal::none;
  status_.code = 0;
}

}  // namespace interface_panel
