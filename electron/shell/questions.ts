// SPDX-License-Identifier: MIT
// What main itself asks, in the system's own dialog.

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Operation } from '../contract/changes';
import { fieldNamed } from '../contract/fields';
import type { Snapshot } from '../contract/snapshot';
import { visibleText } from '../terminal/visible-text';
import type { Question } from './doorkeeper';

/** More lines than a dialog shows well are counted. */
const mostLines = 12;

function operationLines(
  operations: readonly Operation[],
  { adapters }: Pick<Snapshot, 'adapters'>,
): readonly string[] {
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  const lines = operations.map(({ luid, family, field, expected, value }) => {
    const alias = visibleText(aliases.get(luid) ?? `adapter ${luid}`);
    return `${alias}, ${family}: ${fieldNamed(field).label} ${expected} → ${value}`;
  });
  if (lines.length <= mostLines) return lines;
  const shown = lines.slice(0, mostLines - 1);
  return [...shown, `and ${lines.length - shown.length} more`];
}

/** Where nothing else asks: the program runs with the rights of an administrator already. */
export function applyQuestion(
  operations: readonly Operation[],
  snapshot: Pick<Snapshot, 'adapters'>,
): Question {
  const count = operations.length;
  return {
    message: count === 1 ? 'Change this value?' : `Change these ${count} values?`,
    detail: [
      ...operationLines(operations, snapshot),
      '',
      'Interface Panel runs with all rights, so no other question comes. What you do not keep is taken back.',
    ].join('\n'),
    yes: 'Change',
  };
}

const unasked = 'Interface Panel was asked to do this without a key or a click.';

export const startQuestion: Question = {
  message: 'Ask for permission to change settings?',
  detail: unasked,
  yes: 'Ask',
};

export const restoreQuestion: Question = {
  message: 'Put back the values of an earlier change?',
  detail: 'Interface Panel runs with all rights, so no other question comes.',
  yes: 'Put back',
};

export const keepQuestion: Question = {
  message: 'Keep the change?',
  detail: `${unasked} Without an answer it is taken back.`,
  yes: 'Keep',
};

export const copyQuestion: Question = {
  message: 'Copy to the clipboard?',
  detail: unasked,
  yes: 'Copy',
};

/** Asks in front of the window; closing the dialog is a no. */
export function askAtWindow(window: () => BrowserWindow | null) {
  return async ({ message, detail, yes }: Question): Promise<boolean> => {
    const parent = window();
    if (!parent) return false;
    const { response } = await dialog.showMessageBox(parent, {
      type: 'question',
      title: 'Interface Panel',
      message,
      detail,
      buttons: [yes, 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
}
