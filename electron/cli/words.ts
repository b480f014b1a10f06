// SPDX-License-Identifier: MIT
// What the command says in the terminal.

import type { InterruptedTransaction, TransactionResult } from '../contract/changes';
import type { RecordedLastingChange } from '../contract/lasting';
import type { Path, Preset, PresetObstacle, Preview } from '../contract/preview';
import type { Luid, Snapshot } from '../contract/snapshot';
import type { SavedEdit } from '../contract/support';
import type { StoredSetting } from '../lasting/lasting-settings-codec';
import { fieldLabel } from '../texts/field-words';
import { disjunction } from '../language/lists';
import { dateLocale, messages } from '../language/messages';
import type { TerminalNames } from './adapters';
import { areHalves } from '../texts/traffic-text';

const { restoring: words, paths, split } = messages.terminal;

type OpenOperation = InterruptedTransaction['operations'][number];

function nowText({ present, live, stillChanged }: OpenOperation): string {
  if (!present) return words.gone;
  if (live === null) return words.unread;
  return stillChanged ? words.stillAsSet({ value: live }) : String(live);
}

function operationLine(known: OpenOperation, aliases: ReadonlyMap<string, string>): string {
  const { luid, family, field, expected, value } = known.operation;
  const adapter = aliases.get(luid) ?? messages.outside.adapter({ luid });
  const place = words.place({ adapter, family, field: fieldLabel(field) });
  return `  ${words.operation({ place, from: expected, to: value, now: nowText(known) })}`;
}

const lastsText = (value: number | null) =>
  value === null ? words.setAgainNoLonger : words.setAgain({ value });

function lastingLine({ change, stillChanged }: RecordedLastingChange): string {
  const { alias, family, field, expected, value } = change;
  const facts = {
    place: words.place({ adapter: alias, family, field: fieldLabel(field) }),
    from: lastsText(expected),
    to: lastsText(value),
    now: stillChanged ? words.stillSo : words.notSo,
  };
  return `  ${words.lasting(facts)}`;
}

/** One transaction as it stands now, a line for each value; `heading` says of its facts how it ended. */
export function transactionLines(
  transaction: InterruptedTransaction,
  { adapters }: Snapshot,
  heading: (values: { readonly facts: string }) => string,
): readonly string[] {
  const { startedAt, account, planCode, operations, lastingChanges } = transaction;
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  const facts = [
    new Date(startedAt).toLocaleString(dateLocale()),
    ...(account === null ? [] : [words.by({ account })]),
    ...(planCode === null ? [] : [words.planCode({ code: planCode })]),
  ];
  return [
    heading({ facts: facts.join(', ') }),
    ...operations.map((known) => operationLine(known, aliases)),
    ...lastingChanges.map(lastingLine),
  ];
}

/** What is asked before a transaction is taken back. */
export function restorePrompt({ operations, lastingChanges }: InterruptedTransaction): string {
  const changed = operations.filter(({ stillChanged }) => stillChanged).length;
  const lasting = lastingChanges.filter(({ stillChanged, present }) => stillChanged && present);
  if (lasting.length === 0) return words.restore({ n: changed });
  return changed === 0 ? words.restoreLasting : words.restoreToo({ n: changed });
}

/** What is asked before a transaction is put aside of which nothing can be put back. */
export function dismissQuestion({ lastingChanges }: InterruptedTransaction): string {
  const isSo = lastingChanges.some(({ stillChanged }) => stillChanged);
  return isSo ? words.dismissSo : words.dismissNotSo;
}

function settingLine({ alias, family, field, value, madeAt, account }: StoredSetting): string {
  const facts = {
    place: words.place({ adapter: alias, family, field: fieldLabel(field) }),
    value,
    time: new Date(madeAt).toLocaleString(dateLocale()),
  };
  const { setting, settingBy } = messages.terminal.lasting;
  return `  ${account === '' ? setting(facts) : settingBy({ ...facts, account })}`;
}

/** All lasting settings, a line for each. */
export function lastingLines(settings: readonly StoredSetting[]): readonly string[] {
  return [messages.terminal.lasting.heading, ...settings.map(settingLine)];
}

/** What is asked before lasting settings are stopped. */
export const stopQuestion = (n: number): string => messages.terminal.lasting.stop({ n });

/** How stopping them ended, and what to do next. */
export function stopResultText(result: TransactionResult): string {
  const { stopped, notStopped, notLaunched, refused, notKnown } = messages.terminal.lasting;
  switch (result.kind) {
    case 'kept':
      return result.lastingUnwritten
        ? notStopped({ why: result.lastingUnwritten.message })
        : stopped;
    case 'not-launched':
      return notLaunched({ failure: result.failure, why: result.detail });
    case 'refused':
      return refused;
    case 'reverted':
    case 'rolled-back':
    case 'incomplete':
      return notKnown;
  }
}

/** How a restore ended, and what to do next. */
export function restoreResultText(result: TransactionResult): string {
  switch (result.kind) {
    case 'kept':
      return result.lastingUnwritten
        ? words.doneButLasting({ why: result.lastingUnwritten.message })
        : words.done;
    case 'reverted':
      return words.reverted;
    case 'rolled-back':
      return words.rolledBack({ why: result.error?.message ?? words.runAgain });
    case 'refused':
      return words.refused;
    case 'not-launched':
      return words.notLaunched({ failure: result.failure, why: result.detail });
    case 'incomplete':
      return words.incomplete;
  }
}

function throughText(
  path: Extract<Path, { kind: 'through' }>,
  nameOf: (luid: Luid) => string,
): string {
  const { luid, nextHop, destination, prefixLength, metric, source, isConnected } = path;
  const name = nameOf(luid);
  const adapter = isConnected ? name : paths.notConnected({ adapter: name });
  const facts = { adapter, route: `${destination}/${prefixLength}`, metric };
  if (nextHop === null) {
    return source === null ? paths.direct(facts) : paths.directFrom({ ...facts, source });
  }
  return source === null
    ? paths.gateway({ ...facts, gateway: nextHop })
    : paths.gatewayFrom({ ...facts, gateway: nextHop, source });
}

/** Which way packets to an address go, after the address: "goes through tun0 by the route 0.0.0.0/0 …". */
export function pathText(path: Path, nameOf: (luid: Luid) => string): string {
  switch (path.kind) {
    case 'through':
      return throughText(path, nameOf);
    case 'tie':
      return paths.tie({ adapters: disjunction(path.luids.map(nameOf)), metric: path.metric });
    case 'this-computer':
      return paths.own;
    case 'nowhere':
      if (path.prefix !== null) return paths.route({ prefix: path.prefix, reason: path.reason });
      return path.reason === 'no-route' ? paths.noRoute : paths.rule({ reason: path.reason });
  }
}

/** Whether turning split tunnelling on would lead an address another way; nothing where it cannot be turned on. */
export function splitTunnellingText(
  now: Path,
  splitPath: Path | null,
  nameOf: (luid: Luid) => string,
): readonly string[] {
  if (splitPath === null) return [];
  const text = splitText(splitPath, nameOf);
  return [splitText(now, nameOf) === text ? split.same : text];
}

function splitText(path: Path, nameOf: (luid: Luid) => string): string {
  switch (path.kind) {
    case 'through':
      return split.through({ adapters: nameOf(path.luid) });
    case 'tie':
      return split.through({ adapters: disjunction(path.luids.map(nameOf)) });
    case 'this-computer':
      return split.own;
    case 'nowhere':
      return split.nowhere;
  }
}

/** Why a preset cannot work here now. */
export function presetObstacleText(
  obstacle: PresetObstacle,
  { internetLuid }: Preset,
  { vpn, traffic }: Preview,
  { nameOf }: Pick<TerminalNames, 'nameOf'>,
): string {
  const { presets } = messages.internetTraffic;
  const vpnName = vpn === null ? '' : nameOf(vpn);
  switch (obstacle) {
    case 'no-vpn':
      return messages.terminal.noVpn;
    case 'no-route':
      return presets.noRoute({ vpn: vpnName });
    case 'wide-routes':
      return presets.wideRoutes({
        vpn: vpnName,
        isHalves: areHalves(
          Object.values(traffic).flatMap(({ now }) =>
            now.kind === 'wide-routes' && now.luid === vpn ? now.prefixes : [],
          ),
        ),
      });
    case 'other-means':
      return presets.otherMeans({ vpn: vpnName });
    case 'outranked':
      return internetLuid === null
        ? presets.outrankedToo({ vpn: vpnName })
        : presets.outranked({ internet: nameOf(internetLuid), vpn: vpnName });
  }
}

/** How an edit of a saved set that cannot be applied fits this computer: "MTU on eth0 (IPv4): No such adapter here". */
export function savedEditLine({ adapter, family, field, fit }: SavedEdit): string {
  const where = messages.history.place({ field, adapter, family });
  const at = (problem: string) => messages.terminal.usage.at({ place: where, problem });
  const { fits, outOfRange } = messages.support.set;
  switch (fit.kind) {
    case 'refused':
      return at(messages.refusals[fit.refusal]);
    case 'out-of-range':
      return at(`${outOfRange({ min: fit.range.min, max: fit.range.max })}.`);
    case 'fits':
    case 'already-so':
    case 'adapter-gone':
    case 'ambiguous':
    case 'family-missing':
    case 'unknown-field':
    case 'not-settable':
    case 'not-a-choice':
      return at(`${fits[fit.kind]}.`);
  }
}
