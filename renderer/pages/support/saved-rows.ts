// SPDX-License-Identifier: MIT
// The edits of a saved set as rows of a table: both fields of a metric are the one thing that the pane makes of them.

import { grouped } from '../../../electron/contract/grouped';
import { isFieldName } from '../../../electron/contract/fields';
import type { Family, StackName } from '../../../electron/contract/family';
import { placedChanges, toldField } from '../../../electron/contract/plan-subject';
import type { SavedEdit } from '../../../electron/contract/support';
import { settingValueText } from '../../../electron/texts/field-text';
import { formerText } from '../../../electron/texts/placed-change';
import { changedValueText } from '../../../electron/texts/plan-title';
import { settingLabel } from '../../../electron/texts/setting-text';
import { fitText } from './saved-edit-text';

/** One change of an IP interface, in words. */
export interface SavedRow {
  readonly adapter: string;
  readonly family: Family;
  readonly setting: string;
  /** A dash where that isn't known. */
  readonly now: string;
  readonly next: string;
  readonly fit: SavedEdit['fit'];
}

const unknown = '–';

/** The value here; null where it isn't known. */
function liveOf({ fit, value }: SavedEdit): number | null {
  if (fit.kind === 'fits') return fit.live;
  return fit.kind === 'already-so' ? value : null;
}

/** A row of one edit; of a field that is not known here its values stay numbers. */
function rowOf(edit: SavedEdit, stack: StackName): SavedRow {
  const { adapter, family, field, value, fit } = edit;
  const valueText = (number: number) =>
    isFieldName(field) ? settingValueText(field, number, stack) : String(number);
  return {
    adapter,
    family,
    setting: isFieldName(field) ? settingLabel(field) : field,
    now: fit.kind === 'fits' ? valueText(fit.live) : unknown,
    next: valueText(value),
    fit,
  };
}

/** The one row of both fields of a metric; null where they are something else, or don't fit alike. */
function metricRow(edits: readonly SavedEdit[]): SavedRow | null {
  const [edit] = edits;
  if (!edit || new Set(edits.map(({ field }) => field)).size !== 2 || edits.length !== 2)
    return null;
  const lives = edits.map(liveOf);
  const isKnown = lives.every((live) => live !== null);
  if (!isKnown && new Set(edits.map(({ fit }) => fitText(fit))).size > 1) return null;
  // Both are of one IP interface, whichever that is.
  const operations = edits.flatMap(({ family, field, expected, value }, index) =>
    isFieldName(field)
      ? [{ luid: edit.adapter, family, field, expected: lives[index] ?? expected, value }]
      : [],
  );
  const [change] = placedChanges(operations);
  if (change?.to === undefined || change.to === null) return null;
  const fitting = edits.find(({ fit }) => fit.kind === 'fits');
  return {
    adapter: edit.adapter,
    family: edit.family,
    setting: settingLabel(change.field),
    now: fitting ? formerText(change) : unknown,
    next: changedValueText(change, change.to),
    fit: fitting?.fit ?? edit.fit,
  };
}

/** A row for each change that is told as one, in the order of the file. */
export function savedRows(edits: readonly SavedEdit[], stack: StackName): readonly SavedRow[] {
  const keyOf = ({ adapter, family, field }: SavedEdit) =>
    JSON.stringify([adapter, family, isFieldName(field) ? toldField(field) : field]);
  return [...grouped(edits, keyOf).values()].flatMap((some) => {
    const metric = metricRow(some);
    return metric ? [metric] : some.map((edit) => rowOf(edit, stack));
  });
}
