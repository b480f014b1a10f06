// SPDX-License-Identifier: MIT
#include "transaction/lasting_step.h"

#include <algorithm>
#include <utility>

#include "lasting/lasting_codec.h"
#include "stack/win32_error.h"
#include "transaction/platform_error.h"

namespace interface_panel {
namespace {

ConfirmedMessage unwritten(const Error& error) {
  return {.unwritten = true, .platform = platformCode(error)};
}

/// The store is no longer the one that the plan was checked against.
Error changedMeanwhile() {
#ifdef _WIN32
  return win32Error(win32::kRevisionMismatch, "lasting settings");
#else
  constexpr int kEstale = 116;
  return {ErrorDomain::posix, kEstale, "ESTALE", "lasting settings"};
#endif
}

}  // namespace

LastingStep::LastingStep(SettableIpStack& stack, SettableLastingPlace* place,
                         std::function<std::int64_t()> wallClock)
    : stack_(stack), place_(place), wallClock_(std::move(wallClock)) {}

void LastingStep::begin(std::vector<LastingChange> changes, std::string account) {
  changes_ = std::move(changes);
  account_ = std::move(account);
}

Refusal LastingStep::check(const std::vector<OperationRecord>& records) {
  if (changes_.empty()) return Refusal::none;
  if (const Refusal refusal = readSettings(); refusal != Refusal::none) return refusal;
  auto adapters = stack_.adapters();
  if (!adapters) return Refusal::platformError;
  adapters_ = std::move(adapters).value();
  const auto changed = changedSettings(settings_, changes_, adapters_, {0, account_});
  if (const auto* refusal = std::get_if<Refusal>(&changed)) return *refusal;
  return checkValues(records);
}

Refusal LastingStep::readSettings() {
  if (place_ == nullptr) return Refusal::lastingUnavailable;
  const PlaceContent content = place_->read();
  settings_.clear();
  isDamaged_ = false;
  if (content.problem != PlaceProblem::none) return Refusal::lastingUnavailable;
  if (!content.settings) return Refusal::none;
  auto decoded = decodeSettings(*content.settings);
  if (auto* settings = std::get_if<LastingSettings>(&decoded)) {
    settings_ = std::move(*settings);
    return Refusal::none;
  }
  isDamaged_ = std::get<SettingsDefect>(decoded) == SettingsDefect::damaged;
  return isDamaged_ ? Refusal::none : Refusal::lastingUnavailable;
}

Refusal LastingStep::checkValues(const std::vector<OperationRecord>& records) {
  const bool areThere = std::ranges::all_of(changes_, [&](const LastingChange& change) {
    return !change.value || isThere(change, records);
  });
  return areThere ? Refusal::none : Refusal::lastingValueNotThere;
}

bool LastingStep::isThere(const LastingChange& change,
                          const std::vector<OperationRecord>& records) {
  const IpInterfaceKey key{change.luid, change.family};
  const auto planned = std::ranges::find_if(records, [&](const OperationRecord& record) {
    const Operation& operation = record.planned.operation;
    return operation.key == key && operation.field == change.field;
  });
  if (planned != records.end()) return planned->planned.operation.value == change.value;
  const auto live = stack_.value({key, change.field, *change.value, *change.value});
  return live && live.value() == change.value;
}

ConfirmedMessage LastingStep::write() {
  if (changes_.empty()) return {};
  if (readSettings() != Refusal::none) return unwritten(changedMeanwhile());
  const auto changed = changedSettings(settings_, changes_, adapters_, {madeAt(), account_});
  const auto* settings = std::get_if<LastingSettings>(&changed);
  if (settings == nullptr) return unwritten(changedMeanwhile());
  const auto written = place_->writeSettings(encodeSettings(*settings), isDamaged_);
  return written ? ConfirmedMessage{} : unwritten(written.error());
}

std::int64_t LastingStep::madeAt() const {
  // A clock that is wrong must not make the store one that nobody reads.
  return std::clamp(wallClock_(), std::int64_t{0}, kLastMoment);
}

}  // namespace interface_panel
