// SPDX-License-Identifier: MIT
#include "keeper/keeper_machine.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>
#include <variant>

#include "keeper/keeper_words.h"
#include "lasting/lasting_codec.h"

namespace interface_panel {
namespace {

/// As a plan is ordered: a learnt default route can be taken away only while router discovery is
/// on.
auto orderOf(const KeptSetting* kept) {
  const LastingSetting& setting = kept->setting();
  const bool isLater = setting.field != Field::DisableDefaultRoutes;
  return std::tuple(kept->luid(), setting.family, isLater, setting.field);
}

/// What a place has for us.
struct Contents {
  StoreTrouble trouble = StoreTrouble::none;
  LastingSettings settings;
};

Contents contentsOf(const PlaceContent& content) {
  if (content.problem != PlaceProblem::none) return {StoreTrouble::notTrusted, {}};
  if (content.isOff) return {StoreTrouble::switchedOff, {}};
  if (!content.settings) return {};
  auto decoded = decodeSettings(*content.settings);
  if (auto* settings = std::get_if<LastingSettings>(&decoded)) {
    return {StoreTrouble::none, std::move(*settings)};
  }
  const bool isDamaged = std::get<SettingsDefect>(decoded) == SettingsDefect::damaged;
  return {isDamaged ? StoreTrouble::damaged : StoreTrouble::laterVersion, {}};
}

bool isKnownByGuid(const AdapterName& name, std::uint64_t luid,
                   std::span<const NamedAdapter> adapters) {
  if (name.guid == AdapterGuid{}) return false;
  return std::ranges::any_of(adapters, [&](const NamedAdapter& adapter) {
    return adapter.luid == luid && adapter.name.guid == name.guid;
  });
}

/// Which adapters settings mean. Adapters are renamed, and so two settings can come to mean the
/// same field of one: then the one that has its GUID counts, or else the one that was made last,
/// and the other one means none. Otherwise we would set both in turn.
std::vector<MeantAdapter> meantBy(const std::vector<KeptSetting>& kept,
                                  std::span<const NamedAdapter> adapters) {
  using Rank = std::tuple<bool, std::int64_t, SettingId>;
  std::map<std::tuple<std::uint64_t, Family, Field>, std::pair<Rank, MeantAdapter*>> first;
  std::vector<MeantAdapter> meant(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const LastingSetting& setting = kept[i].setting();
    meant[i] = meantAdapter(setting.adapter, adapters);
    if (meant[i].kind != MeantAdapter::Kind::one) continue;
    const Rank rank{isKnownByGuid(setting.adapter, meant[i].luid, adapters), setting.madeAt,
                    kept[i].status().id};
    const std::tuple about{meant[i].luid, setting.family, setting.field};
    const auto [other, isOnlyOne] = first.try_emplace(about, rank, &meant[i]);
    if (isOnlyOne) continue;
    const bool isFirst = other->second.first < rank;
    *(isFirst ? other->second.second : &meant[i]) = {};
    if (isFirst) other->second = {rank, &meant[i]};
  }
  return meant;
}

LogLevel levelOf(KeptState state) {
  switch (state) {
    case KeptState::refused:
    case KeptState::changed:
      return LogLevel::notice;
    case KeptState::failed:
    case KeptState::givenUp:
    case KeptState::ambiguous:
      return LogLevel::warning;
    default:
      return LogLevel::info;
  }
}

}  // namespace

KeeperMachine::KeeperMachine(Surroundings surroundings, std::uint64_t now)
    : surroundings_(std::move(surroundings)), storeAt_(now) {}

void KeeperMachine::storeChanged(std::uint64_t now) { storeAt_ = now; }

void KeeperMachine::hear(std::uint64_t now, const KeeperNews& news) {
  if (news.adapters || news.ofAll) {
    const std::uint64_t at = std::max(now + kGatherAdapters, adaptersReadAt_ + kBetweenAdapters);
    adaptersAt_ = std::min(adaptersAt_, at);
  }
  for (KeptSetting& kept : kept_) {
    if (kept.luid() == 0) continue;
    const NoticedRow row{luidIndex(kept.luid()), kept.setting().family};
    if (news.gone.contains(row.first)) kept.leave();
    if (news.renewed.contains({kept.luid(), row.second})) kept.hearRenewed(now);
    if (news.ofAll || news.defaultRoutesAdded.contains(row)) kept.hearDefaultRoute(now);
    if (news.defaultRoutesGivenBack.contains(row)) kept.hearGivenBack();
    if (news.ofAll || news.rows.contains(row)) kept.hear(now);
  }
  considerStatus(now);
}

void KeeperMachine::tick(std::uint64_t now) {
  if (storeAt_ <= now) readStore(now);
  if (adaptersAt_ <= now) readAdapters(now);
  lookAtAll(now);
  goOnSettling(now);
  considerStatus(now);
  if (statusAt_ <= now) writeStatus(now);
  stack_.reset();
}

std::uint64_t KeeperMachine::nextWakeUp() const {
  std::uint64_t at = std::min({storeAt_, adaptersAt_, settleAt_, statusAt_});
  for (const KeptSetting& kept : kept_) at = std::min(at, kept.nextLook());
  return at;
}

SettableIpStack& KeeperMachine::stack() {
  if (!stack_) stack_ = surroundings_.openStack();
  return *stack_;
}

void KeeperMachine::readStore(std::uint64_t now) {
  storeAt_ = kNever;
  adopt(surroundings_.place.read(), now);
}

bool KeeperMachine::adopt(const PlaceContent& content, std::uint64_t now) {
  Contents contents = contentsOf(content);
  const bool isSame = contents.trouble == trouble_ &&
                      std::ranges::equal(contents.settings, kept_, {}, {}, &KeptSetting::setting);
  if (isSame && std::exchange(storeRead_, true)) return false;
  storeRead_ = true;
  std::vector<KeptSetting> kept;
  kept.reserve(contents.settings.size());
  for (LastingSetting& setting : contents.settings) {
    const auto known = std::ranges::find(kept_, setting, &KeptSetting::setting);
    kept.push_back(known == kept_.end() ? KeptSetting(std::move(setting)) : std::move(*known));
  }
  kept_ = std::move(kept);
  trouble_ = contents.trouble;
  // Those that are new are taken to have just arrived.
  adaptersAt_ = kept_.empty() ? kNever : now;
  const bool isFine = trouble_ == StoreTrouble::none;
  surroundings_.log.write(isFine ? LogLevel::info : LogLevel::warning,
                          wordsOfStore(trouble_, content.error, kept_.size()));
  return true;
}

void KeeperMachine::readAdapters(std::uint64_t now) {
  const auto adapters = stack().adapters();
  adaptersReadAt_ = now;
  adaptersAt_ = adapters ? kNever : now + kTryAgain;
  if (!adapters) {
    if (!std::exchange(adaptersFailed_, true)) {
      surroundings_.log.write(LogLevel::warning,
                              wordsOfError("The adapters cannot be read", adapters.error()));
    }
    return;
  }
  adaptersFailed_ = false;
  const auto meant = meantBy(kept_, adapters.value());
  for (std::size_t i = 0; i < kept_.size(); ++i) place(kept_[i], meant[i], now);
}

void KeeperMachine::place(KeptSetting& kept, const MeantAdapter& meant, std::uint64_t now) {
  switch (meant.kind) {
    case MeantAdapter::Kind::none:
      if (kept.status().state != KeptState::absent || kept.luid() != 0) kept.leave();
      return;
    case MeantAdapter::Kind::one:
      if (kept.luid() != meant.luid) kept.arrive(now, meant.luid);
      return;
    case MeantAdapter::Kind::several:
      if (kept.status().state == KeptState::ambiguous) return;
      kept.doubt();
      surroundings_.log.write(levelOf(KeptState::ambiguous), wordsOfDoubt(kept));
      return;
  }
}

void KeeperMachine::lookAtAll(std::uint64_t now) {
  std::vector<KeptSetting*> wanting;
  for (KeptSetting* kept : due(now)) {
    const Due found = lookAt(*kept, now);
    if (found.verdict == Verdict::rest) {
      noteAndTell(found, now);
    } else {
      wanting.push_back(kept);
    }
  }
  if (!wanting.empty()) visit(wanting, now);
}

std::vector<KeptSetting*> KeeperMachine::due(std::uint64_t now) {
  std::vector<KeptSetting*> found;
  for (KeptSetting& kept : kept_) {
    if (kept.nextLook() <= now) found.push_back(&kept);
  }
  std::ranges::sort(found, {}, orderOf);
  return found;
}

KeeperMachine::Due KeeperMachine::lookAt(KeptSetting& kept, std::uint64_t now) {
  const Finding finding = look(stack(), kept.operation());
  return {&kept, finding, kept.weigh(finding, now)};
}

/// What was seen without the lock may be a helper's doing that is taken back yet.
void KeeperMachine::visit(const std::vector<KeptSetting*>& wanting, std::uint64_t now) {
  const WorkLock::Attempt attempt = surroundings_.lock.tryTake();
  if (attempt != WorkLock::Attempt::held) {
    if (attempt == WorkLock::Attempt::failed && !std::exchange(lockFailed_, true)) {
      surroundings_.log.write(LogLevel::warning,
                              "The lock of the helper cannot be had: nothing is set");
    }
    for (KeptSetting* kept : wanting) kept->waitForHelper(now);
    return;
  }
  lockFailed_ = false;
  // A helper that has ended since may have written the store, and others may have changed anything.
  if (!adopt(surroundings_.place.read(), now)) {
    const std::size_t turn = std::min(wanting.size(), kMostPerTurn);
    for (std::size_t i = 0; i < turn; ++i) actOn(*wanting[i], now);
    for (std::size_t i = turn; i < wanting.size(); ++i)
      wanting[i]->postpone(now, now + kBetweenTurns);
    keepUnsettled(now);
  }
  surroundings_.lock.release();
}

void KeeperMachine::actOn(KeptSetting& kept, std::uint64_t now) {
  const Due found = lookAt(kept, now);
  if (found.verdict == Verdict::set) {
    set(kept, found.finding, now);
  } else {
    noteAndTell(found, now);
  }
}

void KeeperMachine::set(KeptSetting& kept, const Finding& finding, std::uint64_t now) {
  Operation operation = kept.operation();
  operation.expected = finding.live;
  const SetAgain outcome = setAgain(stack(), operation);
  if (outcome.error) {
    kept.noteFailure(now, *outcome.error, finding.live);
    surroundings_.log.write(LogLevel::warning, wordsOfFailure(kept, finding.live, outcome));
    return;
  }
  kept.noteSet(now, surroundings_.wallClock());
  surroundings_.log.write(LogLevel::notice, wordsOfSet(kept, finding.live));
}

void KeeperMachine::noteAndTell(const Due& due, std::uint64_t now) {
  const bool isNews = due.kept->note(due.finding, due.verdict, now);
  const KeptState state = due.kept->status().state;
  if (!isNews || state == KeptState::absent) return;
  surroundings_.log.write(levelOf(state), wordsOfState(*due.kept, due.finding));
}

/// What a stack cannot finish at once it goes on with, as a helper lets it before it ends.
void KeeperMachine::keepUnsettled(std::uint64_t now) {
  if (!stack_) return;
  const auto settled = stack_->settled();
  if (settled && settled.value()) return;
  unsettled_.push_back({std::move(stack_), now + kSettleLimit});
  settleAt_ = std::min(settleAt_, now + kTryAgain);
}

void KeeperMachine::goOnSettling(std::uint64_t now) {
  if (settleAt_ > now) return;
  if (surroundings_.lock.tryTake() == WorkLock::Attempt::held) {
    std::erase_if(unsettled_, [](const Unsettled& one) {
      const auto settled = one.stack->settled();
      return settled && settled.value();
    });
    surroundings_.lock.release();
  }
  std::erase_if(unsettled_, [now](const Unsettled& one) { return one.until <= now; });
  settleAt_ = unsettled_.empty() ? kNever : now + kTryAgain;
}

std::vector<KeptStatus> KeeperMachine::standing() const {
  std::vector<KeptStatus> all;
  all.reserve(kept_.size());
  for (const KeptSetting& kept : kept_) all.push_back(kept.status());
  return all;
}

void KeeperMachine::considerStatus(std::uint64_t now) {
  if (statusAt_ != kNever || storeAt_ != kNever) return;
  if (toldTrouble_ == trouble_ && told_ == standing()) return;
  statusAt_ = toldTrouble_ ? std::max(now, statusWrittenAt_ + kBetweenStatuses) : now;
}

void KeeperMachine::writeStatus(std::uint64_t now) {
  told_ = standing();
  toldTrouble_ = trouble_;
  statusWrittenAt_ = now;
  const auto written =
      surroundings_.place.writeStatus(encodeStatus({.process = surroundings_.process,
                                                    .store = trouble_,
                                                    .startedAt = surroundings_.startedAt,
                                                    .wroteAt = surroundings_.wallClock(),
                                                    .settings = told_}));
  statusAt_ = written ? kNever : now + kWriteAgain;
  if (!written && !statusFailed_) {
    surroundings_.log.write(LogLevel::warning,
                            wordsOfError("The status cannot be written", written.error()));
  }
  statusFailed_ = !written;
}

}  // namespace interface_panel
