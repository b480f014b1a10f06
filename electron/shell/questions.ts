// SPDX-License-Identifier: MIT
// What main itself asks, in the system's own dialog.

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Plan } from '../contract/changes';
import { grouped } from '../contract/grouped';
import type { LastingChange, LastingSetting, ShownValue } from '../contract/lasting';
import type { FieldKey, Operation } from '../contract/operation';
import { planSubject, restoringSubject } from '../contract/plan-subject';
import type { PlanSubject, SubjectAdapter } from '../contract/plan-subject';
import type { Snapshot } from '../contract/snapshot';
import { visibleText } from '../base/visible-text';
import { messages } from '../language/messages';
import { operationText, placedValueText } from '../texts/operation-text';
import type { OperationNames } from '../texts/operation-text';
import { planQuestion } from '../texts/plan-title';
import { settingLabel } from '../texts/setting-text';
import type { TransactionRequest } from '../transaction/transaction';
import type { Question } from './doorkeeper';

const words = messages.questions;
const { apply } = words;

/** More lines than a dialog shows well are told together. */
const mostLines = 12;

/** What is known of adapters where something is asked. */
type Known = Pick<Snapshot, 'adapters' | 'stack'>;

/** Adapters by their names, in which everything can be seen. */
function namesIn({ adapters, stack }: Known): OperationNames {
  const aliases = new Map(adapters.map(({ luid, alias }) => [luid, alias]));
  return {
    nameOf: (luid) => visibleText(aliases.get(luid) ?? messages.outside.adapter({ luid })),
    stack,
  };
}

interface NamedValue {
  readonly adapter: string;
  readonly label: string;
  readonly text: string;
}

/** Whatever is meant is named: each value, or else the settings of each adapter, or else each setting. */
function valueLines(values: readonly NamedValue[]): readonly string[] {
  if (values.length <= mostLines) return values.map(({ text }) => text);
  const adapters = grouped(values, ({ adapter }) => adapter);
  const labelsOf = (some: readonly NamedValue[]) => [...new Set(some.map(({ label }) => label))];
  if (adapters.size <= mostLines) {
    return [...adapters].map(([adapter, some]) =>
      apply.fieldsOf({ adapter, fields: labelsOf(some).join(', ') }),
    );
  }
  return [...grouped(values, ({ label }) => label)].map(([label, some]) => {
    const n = new Set(some.map(({ adapter }) => adapter)).size;
    return apply.fieldOn({ field: label, n });
  });
}

function linesOf<Key extends FieldKey>(
  keys: readonly Key[],
  names: OperationNames,
  textOf: (key: Key) => string,
): readonly string[] {
  return valueLines(
    keys.map((key) => ({
      adapter: names.nameOf(key.luid),
      label: settingLabel(key.field),
      text: textOf(key),
    })),
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

/** What the review asks, then every value in its words, for the system's dialog. */
function changeQuestion(
  subject: PlanSubject,
  { operations, lastingChanges }: Pick<Plan, 'operations' | 'lastingChanges'>,
  names: OperationNames,
  yes: string,
): Question {
  const nameOf = ({ luid, alias }: SubjectAdapter) =>
    luid === null ? visibleText(alias ?? '') : names.nameOf(luid);
  const textOf = (operation: Operation) => operationText(operation, names);
  return {
    message: planQuestion(subject, { nameOf }),
    detail: [
      ...linesOf(operations, names, textOf),
      ...lastingQuestionLines(lastingChanges),
      '',
      `${apply.detail} ${words.asksItself}`,
    ].join('\n'),
    yes,
  };
}

/** Where nothing else asks: the program has the rights of an administrator already. */
export function applyQuestion(
  plan: Pick<Plan, 'operations' | 'lastingChanges' | 'intent'>,
  known: Known,
): Question {
  return changeQuestion(planSubject(plan), plan, namesIn(known), apply.yes);
}

/** The same before an earlier change is taken back: which one, and what its values become. */
export function restoreQuestion(
  { operations, lastingChanges, intent }: TransactionRequest,
  known: Known,
): Question {
  const plan = { operations: operations.map(({ operation }) => operation), lastingChanges, intent };
  return changeQuestion(restoringSubject(plan), plan, namesIn(known), words.restore.yes);
}

export const startQuestion = (): Question => ({ ...words.start, detail: words.unasked });

export const copyQuestion = (): Question => ({ ...words.copy, detail: words.unasked });

export const signInQuestion = (isOn: boolean): Question => ({
  ...(isOn ? words.signIn : words.noSignIn),
  detail: words.unasked,
});

/** Where values that are there are to be set again from now on. */
export function makeLastQuestion(keys: readonly ShownValue[], known: Known): Question {
  const { message, yes } = words.makeLast;
  const names = namesIn(known);
  const lines = linesOf(keys, names, (key) => placedValueText(key, key.value, names));
  return {
    message: message({ n: keys.length }),
    detail: [...lines, '', words.asksItself].join('\n'),
    yes,
  };
}

/** A setting names its adapter itself: it may not be there. */
export function stopLastingQuestion(
  settings: readonly LastingSetting[],
  { stack }: Pick<Known, 'stack'>,
): Question {
  const { message, detail, yes } = words.stopLasting;
  const names = { nameOf: visibleText, stack };
  const keys = settings.map(({ alias, ...setting }) => ({ ...setting, luid: alias }));
  const lines = linesOf(keys, names, (key) => placedValueText(key, key.value, names));
  return {
    message: message({ n: settings.length }),
    detail: [...lines, '', `${detail} ${words.asksItself}`].join('\n'),
    yes,
  };
}

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
