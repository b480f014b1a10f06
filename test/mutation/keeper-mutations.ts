// SPDX-License-Identifier: MIT
import { mutationsOf } from './mutation';
import type { Mutation } from './mutation';

/** What the keeper decides: when and how often a value is set, and what is somebody's decision. */
export const keeperMutations: readonly Mutation[] = [
  ...mutationsOf('native/keeper/kept_setting.cpp', 'keeper-tests', [
    ['lookAt_ = std::min(now + kQuiet, movesSince_ + kLongestUnrest);', 'lookAt_ = now + kQuiet;'],
    ['lookAt_ = std::min(now + kQuiet, movesSince_ + kLongestUnrest);', 'lookAt_ = now;'],
    [
      'return setting_.field == Field::DisableDefaultRoutes && setting_.value != 0;',
      'return true;',
    ],
    ['if (spent_ && without >= kChanceReturns) {', 'if (spent_) {'],
    ['if (spent_ && without >= kChanceReturns) {', 'if (false) {'],
    ['  refill(now);\n', ''],
    ['if (!spent_ && status_.state != KeptState::changed) arriving_ = true;', 'arriving_ = true;'],
    ['if (!spent_ && status_.state != KeptState::changed) arriving_ = true;', ''],
    ['  arriving_ = false;\n  besideHelper_ = true;', ''],
    [
      '  besideHelper_ = true;\n  postpone(now, now + kTryAgain);',
      '  postpone(now, now + kTryAgain);',
    ],
    ['while (windowLook() <= now) ++windowLooks_;', ''],
    ['if (arriving_) return true;', ''],
    ['return isRecent && !besideHelper_ && status_.state', 'return isRecent && status_.state'],
    ['return isRecent && !besideHelper_', 'return !besideHelper_'],
    ['if (!isAnotherValue(finding) || spent_) return', 'if (!isAnotherValue(finding)) return'],
    ['if (finding.kind == Finding::Kind::refused) return Verdict::rest;', ''],
    ['if (chances_ == 0) return Verdict::giveUp;', ''],
    ['return now < pauseUntil_ ? Verdict::rest : Verdict::set;', 'return Verdict::set;'],
    ['finding.refusal != Refusal::noDefaultRoute;', 'true;'],
    ['return isOther && !wasSpent;', 'return isOther;'],
    ['return isOther && !wasSpent;', 'return true;'],
    ['  stand(KeptState::arriving);\n  arriving_ = true;', '  stand(KeptState::arriving);'],
    ['  chances_ = kChances;\n  pauseUntil_ = 0;', '  pauseUntil_ = 0;'],
  ]),
  ...mutationsOf('native/keeper/keeper_machine.cpp', 'keeper-tests', [
    ['if (content.isOff) return {StoreTrouble::switchedOff, {}};', ''],
    ['if (content.problem != PlaceProblem::none) return {StoreTrouble::notTrusted, {}};', ''],
    ['std::max(now + kGatherAdapters, adaptersReadAt_ + kBetweenAdapters)', 'now'],
    ['if (news.gone.contains(row.first)) kept.leave();', ''],
    [
      'if (kept.luid() != meant.luid) kept.arrive(now, meant.luid);',
      'kept.arrive(now, meant.luid);',
    ],
    ['if (kept.status().state == KeptState::ambiguous) return;', ''],
    ['if (!adopt(surroundings_.place.read(), now)) {', '{'],
    ['std::min(wanting.size(), kMostPerTurn)', 'wanting.size()'],
    ['!std::exchange(lockFailed_, true)', 'true'],
    ['std::max(now, statusWrittenAt_ + kBetweenStatuses)', 'now'],
    ['if (!written && !statusFailed_) {', 'if (!written) {'],
    ['statusAt_ = written ? kNever : now + kWriteAgain;', 'statusAt_ = kNever;'],
    ['std::ranges::sort(found, {}, orderOf);', ''],
    ['return one.until <= now;', 'return false;'],
    [
      'known == kept_.end() ? KeptSetting(std::move(setting)) : std::move(*known)',
      'KeptSetting(std::move(setting))',
    ],
  ]),
  ...mutationsOf('native/keeper/finding.cpp', 'keeper-tests', [
    ['const bool isFree = refusal.value() == Refusal::none;', 'const bool isFree = true;'],
    ['if (live.value() == operation.value) return std::nullopt;', 'return std::nullopt;'],
    [
      'const auto restored = stack.restore(operation, before.value(), half.value());',
      'const Result<Restored> restored(Restored::complete);',
    ],
  ]),
  ...mutationsOf('native/keeper/linux/interface_notices.cpp', 'keeper-tests', [
    ['if (known == name) return;', ''],
    [
      'if (parts->first.ifi_family != AF_UNSPEC) return addRow(link, parts->first.ifi_family, news);',
      '',
    ],
    ['    names_.erase(link);\n', ''],
    ['    news.gone.insert(link);\n', ''],
    ['route.table == RT_TABLE_MAIN && isNew', 'route.table == RT_TABLE_MAIN'],
    ['route.table == RT_TABLE_MAIN && isNew', 'isNew'],
    ['} else if (isParked && !isNew) {', '} else if (isParked) {'],
    ['} else if (isParked && !isNew) {', '} else if (!isNew) {'],
    ['if (link && *link > 0) {', 'if (link) {'],
  ]),
];
