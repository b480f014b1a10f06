// SPDX-License-Identifier: MIT
// What main itself asks, in the system's own dialog.

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Operation, Plan } from '../contract/changes';
import { grouped } from '../contract/grouped';
import type { LastingChange } from '../contract/lasting';
import type { Snapshot } from '../contract/snapshot';
import { visibleText } from '../terminal/visible-text';
import type { Question } from './doorkeeper';
import { fieldLabel } from '../language/field-words';

/** More lines than a dialog shows well are told together. */
const mostLines = 12;

interface Change {
  readonly adapter: string;
  readonly label: string;
  readonly text: string;
}

/** Whatever is changed is named: each value, or else the fields of each adapter, or else each field. */
function linesOf(changes: readonly Change[]): readonly string[] {
  if (changes.length <= mostLines) return changes.map(({ text }) => text);
  const adapters = grouped(changes, ({ adapter }) => adapter);
  const labelsOf = (some: readonly Change[]) => [...new Set(some.map(({ label }) => label))];
  if (adapters.size <= mostLines) {
    return [...adapters].map(([adapter, some]) => `${adapter}: ${labelsOf(some).join(', ')}`);
  }
  return [...grouped(changes, ({ label }) => label)].map(([label, some]) => {
    const count = new Set(some.map(({ adapter }) => adapter)).size;
    return `${label} on ${count} adapters`;
  });
}

function operationLines(
  operations: readonly Operation[],
  { adapters }: Pick<Snapshot, 'adapters'>,
): readonly string[] {
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  return linesOf(
    operations.map(({ luid, family, field, expected, value }) => {
      const adapter = visibleText(aliases.get(luid) ?? `adapter ${luid}`);
      const label = fieldLabel(field);
      return { adapter, label, text: `${adapter}, ${family}: ${label} ${expected} → ${value}` };
    }),
  );
}

const theseValues = (count: number) => (count === 1 ? 'this value' : `these ${count} values`);

/** What becomes of values that are set again whenever their adapter comes back. */
function lastingLines(changes: readonly LastingChange[]): readonly string[] {
  const stopped = changes.filter(({ value }) => value === null).length;
  const made = changes.length - stopped;
  const valuesAre = (count: number) => (count === 1 ? '1 value is' : `${count} values are`);
  return [
    ...(made > 0 ? [`${valuesAre(made)} set again whenever the adapter comes back.`] : []),
    ...(stopped > 0 ? [`${valuesAre(stopped)} no longer set again.`] : []),
  ];
}

/** Where nothing else asks: the program runs with the rights of an administrator already. */
export function applyQuestion(
  { operations, lastingChanges }: Pick<Plan, 'operations' | 'lastingChanges'>,
  snapshot: Pick<Snapshot, 'adapters'>,
): Question {
  const count = operations.length;
  return {
    message: `Change ${theseValues(count)}?`,
    detail: [
      ...operationLines(operations, snapshot),
      ...lastingLines(lastingChanges),
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

export const makeLastQuestion = (count: number): Question => ({
  message: `Set ${theseValues(count)} again whenever the adapter comes back?`,
  detail: 'Interface Panel runs with all rights, so no other question comes.',
  yes: 'Always set',
});

export const stopLastingQuestion = (count: number): Question => ({
  message: `Stop setting ${theseValues(count)} again?`,
  detail:
    'Interface Panel runs with all rights, so no other question comes. What is set now stays.',
  yes: 'Stop',
});

export const keepQuestion: Question = {
  message: 'Keep the change?',
  detail: `${unasked} Without an answer it is taken back.`,
  yes: 'Keep',
};

/** The name is one of the contract's: nothing in it acts on a dialog. */
export const lookUpQuestion = (name: string): Question => ({
  message: 'Look up a name?',
  detail: `${unasked} The resolver of this computer would ask others for ${name}.`,
  yes: 'Look up',
});

export const copyQuestion: Question = {
  message: 'Copy to the clipboard?',
  detail: unasked,
  yes: 'Copy',
};

export const signInQuestion = (isOn: boolean): Question => ({
  message: isOn
    ? 'Start Interface Panel when you sign in?'
    : 'No longer start it when you sign in?',
  detail: unasked,
  yes: isOn ? 'Start' : 'Do not start',
});

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
