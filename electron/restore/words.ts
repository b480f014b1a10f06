// SPDX-License-Identifier: MIT
// What the command says in the terminal.

import type { InterruptedTransaction, TransactionResult } from '../contract/changes';
import { fieldNamed } from '../contract/fields';
import type { RecordedLastingChange } from '../contract/lasting';
import type { Snapshot } from '../contract/snapshot';
import type { StoredSetting } from '../lasting/lasting-settings-codec';

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
  return `  ${alias} (${family}), ${fieldNamed(field).label}: ${change}`;
}

const lastsText = (value: number | null) =>
  value === null ? 'set again no longer' : `set to ${value} again and again`;

function lastingLine({ change, stillChanged }: RecordedLastingChange): string {
  const { alias, family, field, expected, value } = change;
  const now = stillChanged ? 'still so' : 'not so any more';
  const what = `was ${lastsText(expected)}, now ${lastsText(value)}, ${now}`;
  return `  ${alias} (${family}), ${fieldNamed(field).label}: ${what}`;
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
      return `  ${alias} (${family}), ${fieldNamed(field).label}: ${value}, ${since}`;
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
