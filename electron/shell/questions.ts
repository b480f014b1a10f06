// SPDX-License-Identifier: MIT
// What main itself asks, in the system's own dialog.

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Plan } from '../contract/changes';
import type { Operation } from '../contract/operation';
import { grouped } from '../contract/grouped';
import type { LastingChange } from '../contract/lasting';
import type { Snapshot } from '../contract/snapshot';
import { visibleText } from '../base/visible-text';
import type { Question } from './doorkeeper';

const words = messages.questions;
const { apply } = words;
import { fieldLabel } from '../texts/field-words';
import { messages } from '../language/messages';

/** More lines than a dialog shows well are told together. */
const mostLines = 12;

interface NamedChange {
  readonly adapter: string;
  readonly label: string;
  readonly text: string;
}

/** Whatever is changed is named: each value, or else the fields of each adapter, or else each field. */
function changeLines(changes: readonly NamedChange[]): readonly string[] {
  if (changes.length <= mostLines) return changes.map(({ text }) => text);
  const adapters = grouped(changes, ({ adapter }) => adapter);
  const labelsOf = (some: readonly NamedChange[]) => [...new Set(some.map(({ label }) => label))];
  if (adapters.size <= mostLines) {
    return [...adapters].map(([adapter, some]) =>
      apply.fieldsOf({ adapter, fields: labelsOf(some).join(', ') }),
    );
  }
  return [...grouped(changes, ({ label }) => label)].map(([label, some]) => {
    const n = new Set(some.map(({ adapter }) => adapter)).size;
    return apply.fieldOn({ field: label, n });
  });
}

function operationLines(
  operations: readonly Operation[],
  { adapters }: Pick<Snapshot, 'adapters'>,
): readonly string[] {
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  return changeLines(
    operations.map(({ luid, family, field, expected, value }) => {
      const adapter = visibleText(aliases.get(luid) ?? messages.outside.adapter({ luid }));
      const label = fieldLabel(field);
      const text = apply.operation({ adapter, family, field: label, from: expected, to: value });
      return { adapter, label, text };
    }),
  );
}

/** What becomes of values that are set again whenever their adapter comes back. */
function lastingQuestionLines(changes: readonly LastingChange[]): readonly string[] {
  const stopped = changes.filter(({ value }) => value === null).length;
  const made = changes.length - stopped;
  return [
    ...(made > 0 ? [apply.lastingMade({ n: made })] : []),
    ...(stopped > 0 ? [apply.lastingStopped({ n: stopped })] : []),
  ];
}

/** Where nothing else asks: the program runs with the rights of an administrator already. */
export function applyQuestion(
  { operations, lastingChanges }: Pick<Plan, 'operations' | 'lastingChanges'>,
  snapshot: Pick<Snapshot, 'adapters'>,
): Question {
  return {
    message: apply.message({ n: operations.length }),
    detail: [
      ...operationLines(operations, snapshot),
      ...lastingQuestionLines(lastingChanges),
      '',
      apply.detail,
    ].join('\n'),
    yes: apply.yes,
  };
}

export const startQuestion = (): Question => ({ ...words.start, detail: words.unasked });

export const copyQuestion = (): Question => ({ ...words.copy, detail: words.unasked });

export const signInQuestion = (isOn: boolean): Question => ({
  ...(isOn ? words.signIn : words.noSignIn),
  detail: words.unasked,
});

export const restoreQuestion = (): Question => ({
  ...words.restore,
  detail: words.runsWithAllRights,
});

export const makeLastQuestion = (n: number): Question => ({
  message: words.makeLast.message({ n }),
  detail: words.runsWithAllRights,
  yes: words.makeLast.yes,
});

export const stopLastingQuestion = (n: number): Question => ({
  ...words.stopLasting,
  message: words.stopLasting.message({ n }),
});

export const keepQuestion = (): Question => ({ ...words.keep });

/** The name is one of the contract's: nothing in it acts on a dialog. */
export const lookUpQuestion = (name: string): Question => ({
  ...words.lookUp,
  detail: words.lookUp.detail({ name }),
});

/** Asks in front of the window; closing the dialog is a no. */
export function askAtWindow(window: () => BrowserWindow | null) {
  return async ({ message, detail, yes }: Question): Promise<boolean> => {
    const parent = window();
    if (!parent) return false;
    const { response } = await dialog.showMessageBox(parent, {
      type: 'question',
      title: messages.app.name,
      message,
      detail,
      buttons: [yes, words.cancel],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };
}
