// SPDX-License-Identifier: MIT
// What the command says in the terminal.

import type { InterruptedTransaction, TransactionResult } from '../contract/changes';
import { fieldNamed } from '../contract/fields';
import type { Snapshot } from '../contract/snapshot';

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

/** One open transaction, a line for each value. */
export function transactionLines(
  { startedAt, account, planCode, operations }: InterruptedTransaction,
  { adapters }: Snapshot,
): readonly string[] {
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  const who = account === null ? '' : `, by ${account}`;
  const code = planCode === null ? '' : `, plan code ${planCode}`;
  const title = `${new Date(startedAt).toLocaleString()}${who}${code}, without an end:`;
  return [title, ...operations.map((known) => operationLine(known, aliases))];
}

/** How a restore ended, and what to do next. */
export function resultText(result: TransactionResult): string {
  switch (result.kind) {
    case 'kept':
      return 'Everything is as before the change.';
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
