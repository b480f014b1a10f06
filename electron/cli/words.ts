// SPDX-License-Identifier: MIT
// What the command says in the terminal.

import type { InterruptedTransaction, TransactionResult } from '../contract/changes';
import type { RecordedLastingChange } from '../contract/lasting';
import type { Path, Preset, PresetObstacle, Preview } from '../contract/preview';
import type { Luid, Snapshot } from '../contract/snapshot';
import type { SavedEdit } from '../contract/support';
import type { StoredSetting } from '../lasting/lasting-settings-codec';
import { fieldLabel } from '../language/field-words';
import { messages } from '../language/messages';
import type { Names } from './adapters';
import { areHalves } from '../../renderer/internet-traffic/traffic-text';

type OpenOperation = InterruptedTransaction['operations'][number];

function nowText({ present, live, stillChanged }: OpenOperation): string {
  if (!present) return 'its interface is gone';
  if (live === null) return 'cannot be read';
  return stillChanged ? `${live}, still as set` : String(live);
}

function operationLine(known: OpenOperation, aliases: ReadonlyMap<string, string>): string {
  const { luid, family, field, expected, value } = known.operation;
  const alias = aliases.get(luid) ?? `adapter ${luid}`;
  const change = `was ${expected}, set to ${value}, now ${nowText(known)}`;
  return `  ${alias} (${family}), ${fieldLabel(field)}: ${change}`;
}

const lastsText = (value: number | null) =>
  value === null ? 'set again no longer' : `set to ${value} again and again`;

function lastingLine({ change, stillChanged }: RecordedLastingChange): string {
  const { alias, family, field, expected, value } = change;
  const now = stillChanged ? 'still so' : 'not so any more';
  const what = `was ${lastsText(expected)}, now ${lastsText(value)}, ${now}`;
  return `  ${alias} (${family}), ${fieldLabel(field)}: ${what}`;
}

/** One open transaction, a line for each value. */
export function transactionLines(
  transaction: InterruptedTransaction,
  { adapters }: Snapshot,
): readonly string[] {
  const { startedAt, account, planCode, operations, lastingChanges } = transaction;
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  const who = account === null ? '' : `, by ${account}`;
  const code = planCode === null ? '' : `, plan code ${planCode}`;
  const title = `${new Date(startedAt).toLocaleString()}${who}${code}, without an end:`;
  return [
    title,
    ...operations.map((known) => operationLine(known, aliases)),
    ...lastingChanges.map(lastingLine),
  ];
}

const theseValues = (count: number) => (count === 1 ? 'this value' : `these ${count} values`);

/** What is asked before a transaction is taken back. */
export function restoreQuestion({ operations, lastingChanges }: InterruptedTransaction): string {
  const changed = operations.filter(({ stillChanged }) => stillChanged).length;
  const lasting = lastingChanges.filter(({ stillChanged, present }) => stillChanged && present);
  const values = theseValues(changed);
  if (lasting.length === 0) return `Put back ${values}?`;
  return changed === 0
    ? 'Put back what is set again?'
    : `Put back ${values}, and what is set again?`;
}

/** What is asked before a transaction is put aside of which nothing can be put back. */
export function dismissQuestion({ lastingChanges }: InterruptedTransaction): string {
  const isSo = lastingChanges.some(({ stillChanged }) => stillChanged);
  const why = isSo
    ? 'Nothing of it can be put back while its adapter is not as before.'
    : 'Nothing of it is still as it was set.';
  return `${why} Stop showing it?`;
}

/** All lasting settings, a line for each. */
export function lastingLines(settings: readonly StoredSetting[]): readonly string[] {
  return [
    'Set again whenever the adapter comes back:',
    ...settings.map(({ alias, family, field, value, madeAt, account }) => {
      const who = account === '' ? '' : `, by ${account}`;
      const since = `since ${new Date(madeAt).toLocaleString()}${who}`;
      return `  ${alias} (${family}), ${fieldLabel(field)}: ${value}, ${since}`;
    }),
  ];
}

/** What is asked before lasting settings are stopped. */
export function stopQuestion(count: number): string {
  return `Stop setting ${theseValues(count)} again? What is set now stays.`;
}

/** How stopping them ended, and what to do next. */
export function stopResultText(result: TransactionResult): string {
  switch (result.kind) {
    case 'kept':
      return result.lastingUnwritten
        ? `They could not be stopped. ${result.lastingUnwritten.message}`
        : 'They are stopped.';
    case 'not-launched':
      return `They are not stopped: ${result.failure}. ${result.detail}`;
    case 'refused':
      return 'They are not stopped: the helper refused it. Run this again to see what is so now.';
    case 'reverted':
    case 'rolled-back':
    case 'incomplete':
      return 'It is not known whether they are stopped. Run this again to see.';
  }
}

/** How a restore ended, and what to do next. */
export function resultText(result: TransactionResult): string {
  switch (result.kind) {
    case 'kept':
      return result.lastingUnwritten
        ? `The values are as before the change, but what is set again is not. ${result.lastingUnwritten.message}`
        : 'Everything is as before the change.';
    case 'reverted':
      return 'Not kept: the values are as they were found. Run this again to restore them.';
    case 'rolled-back':
      return `Nothing was restored. ${result.error?.message ?? 'Run this again.'}`;
    case 'refused':
      return 'Nothing was restored: the helper refused it. Run this again to see what is so now.';
    case 'not-launched':
      return `Nothing was restored: ${result.failure}. ${result.detail}`;
    case 'incomplete':
      return 'Not everything could be put back. Run this again to see what is left.';
  }
}

/** Which way packets to an address go, after the address: "goes through tun0 by the route 0.0.0.0/0 …". */
export function pathText(path: Path, nameOf: (luid: Luid) => string): string {
  switch (path.kind) {
    case 'through': {
      const { luid, nextHop, destination, prefixLength, metric, source, isConnected } = path;
      const gateway = nextHop === null ? 'directly' : `by the gateway ${nextHop}`;
      const lost = isConnected ? '' : ', which is not connected';
      const from = source === null ? '' : `, if sent from ${source}`;
      return `goes through ${nameOf(luid)}${lost}, ${gateway}: the route ${destination}/${prefixLength} with metric ${metric}${from}.`;
    }
    case 'tie':
      return `goes through ${path.luids.map(nameOf).join(' or ')}: their routes are equally good, with metric ${path.metric}.`;
    case 'this-computer':
      return 'is an address of this computer.';
    case 'nowhere':
      return path.prefix === null
        ? `goes nowhere: ${path.reason === 'no-route' ? 'there is no route' : `a rule says ${path.reason}`}.`
        : `goes nowhere: the route ${path.prefix} says ${path.reason}.`;
  }
}

/** Whether turning split tunnelling on would lead an address another way; nothing where it cannot be turned on. */
export function splitTunnellingText(
  now: Path,
  split: Path | null,
  nameOf: (luid: Luid) => string,
): readonly string[] {
  if (split === null) return [];
  const isSame = carriersText(now, nameOf) === carriersText(split, nameOf);
  return isSame
    ? ['Split tunnelling would not change that.']
    : [`With split tunnelling on it would go ${carriersText(split, nameOf)}.`];
}

function carriersText(path: Path, nameOf: (luid: Luid) => string): string {
  switch (path.kind) {
    case 'through':
      return `through ${nameOf(path.luid)}`;
    case 'tie':
      return `through ${path.luids.map(nameOf).join(' or ')}`;
    case 'this-computer':
      return 'to this computer';
    case 'nowhere':
      return 'nowhere';
  }
}

/** Why a preset cannot work here now. */
export function obstacleText(
  obstacle: PresetObstacle,
  { internetLuid }: Preset,
  { vpn, traffic }: Preview,
  { nameOf }: Pick<Names, 'nameOf'>,
): string {
  const words = messages.internetTraffic.presets;
  const vpnName = vpn === null ? '' : nameOf(vpn);
  switch (obstacle) {
    case 'no-vpn':
      return 'No VPN is connected. Connect it first.';
    case 'no-route':
      return words.noRoute({ vpn: vpnName });
    case 'wide-routes':
      return words.wideRoutes({
        vpn: vpnName,
        isHalves: areHalves(
          Object.values(traffic).flatMap(({ now }) =>
            now.kind === 'wide-routes' && now.luid === vpn ? now.prefixes : [],
          ),
        ),
      });
    case 'other-means':
      return words.otherMeans({ vpn: vpnName });
    case 'outranked':
      return internetLuid === null
        ? words.outrankedToo({ vpn: vpnName })
        : words.outranked({ internet: nameOf(internetLuid), vpn: vpnName });
  }
}

/** How an edit of a saved set that cannot be applied fits this computer: "MTU on eth0 (IPv4): No such adapter here". */
export function fitText({ adapter, family, field, fit }: SavedEdit): string {
  const where = messages.history.place({ field, adapter, family });
  const { fits, outOfRange } = messages.support.set;
  switch (fit.kind) {
    case 'refused':
      return `${where}: ${messages.refusals[fit.refusal]}`;
    case 'out-of-range':
      return `${where}: ${outOfRange({ min: fit.range.min, max: fit.range.max })}.`;
    case 'fits':
    case 'already-so':
    case 'adapter-gone':
    case 'ambiguous':
    case 'family-missing':
    case 'unknown-field':
    case 'not-settable':
    case 'not-a-choice':
      return `${where}: ${fits[fit.kind]}.`;
  }
}
