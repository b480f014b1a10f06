// SPDX-License-Identifier: MIT
// What several IP interfaces have in common, and what one change on all of them means; pure.

import type { StackName } from '../../../../electron/contract/family';
import { fieldGroups, fields } from '../../../../electron/contract/fields';
import type {
  EnumValue,
  Field,
  FieldGroup,
  FieldRange,
} from '../../../../electron/contract/fields';
import type { Edit } from '../../../changes/edit';
import { isSameField } from '../../../../electron/contract/operation';
import { editStatus } from '../../../changes/edit-status';
import type { EditStatus } from '../../../changes/edit-status';
import { editsReducer } from '../../../changes/edits-reducer';
import type { Edits } from '../../../changes/edits-reducer';
import { fieldView } from '../detail/field-view';
import { compareFields } from '../detail/filter-fields';
import type { FieldView } from '../detail/field-view';
import { fieldDefault } from '../../../../electron/contract/field-default';
import type { InterfaceRow } from '../../../adapters/interface-rows';

/** The most edits that can be made by editing several interfaces together. */
export const mostEdits = 64;

type ControlView = Extract<FieldView, { kind: 'control' }>;

/** A field that can be set on each of several rows. */
export interface SharedField {
  readonly field: Field;
  readonly control: ControlView['control'];
  /** The values that all of them take. */
  readonly range: FieldRange;
  readonly choices: readonly EnumValue[];
}

function controlViews(field: Field, rows: readonly InterfaceRow[], stack: StackName) {
  return rows.flatMap(({ ipInterface, name }): ControlView[] => {
    const view = fieldView(field, ipInterface, stack, name);
    return view.kind === 'control' ? [view] : [];
  });
}

function sharedField(field: Field, views: readonly ControlView[]): SharedField | null {
  const [first] = views;
  if (!first) return null;
  return {
    field,
    control: first.control,
    range: {
      min: Math.max(...views.map(({ range }) => range.min)),
      max: Math.min(...views.map(({ range }) => range.max)),
    },
    choices: first.choices.filter((choice) =>
      views.every(({ choices }) => choices.includes(choice)),
    ),
  };
}

export interface SharedFields {
  /** By group, in the order of the detail pane. */
  readonly groups: readonly (readonly [FieldGroup, readonly SharedField[]])[];
  /** Fields that can be set on some of the rows only. */
  readonly partly: number;
}

/** The fields that can be set on all of these rows. */
export function sharedFields(rows: readonly InterfaceRow[], stack: StackName): SharedFields {
  let partly = 0;
  const shared = fields.flatMap((field): SharedField[] => {
    const views = controlViews(field, rows, stack);
    if (views.length > 0 && views.length < rows.length) partly += 1;
    const one = views.length === rows.length ? sharedField(field, views) : null;
    return one ? [one] : [];
  });
  const groups = fieldGroups.flatMap((group) => {
    const inGroup = shared
      .filter(({ field }) => field.group === group)
      .toSorted((a, b) => compareFields(a.field, b.field));
    return inGroup.length > 0 ? [[group, inGroup] as const] : [];
  });
  return { groups, partly };
}

/** One field of several rows as it stands. */
export interface ManyState {
  /** What all of them show: the draft or the value now; null where they differ. */
  readonly text: string | null;
  /** The values now, each once. */
  readonly lives: readonly number[];
  readonly edits: readonly Edit[];
  /** The first edit that cannot be applied. */
  readonly obstacle: EditStatus | null;
}

/** Where a field of several rows stands. */
export function manyState(
  { name }: Field,
  rows: readonly InterfaceRow[],
  edits: Edits,
  stack: StackName,
): ManyState {
  const cells = rows.map(({ ipInterface }) => {
    const { luid, family, values } = ipInterface;
    const target = { luid, family, field: name };
    const edit = edits.find((candidate) => isSameField(candidate, target));
    const live = Number(values[name]);
    return { live, edit, text: edit?.draft ?? String(live), ipInterface };
  });
  const [first] = cells;
  const isSame = cells.every(({ text }) => text === first?.text);
  const statuses = cells.flatMap(({ edit, ipInterface }) =>
    edit ? [editStatus(edit, ipInterface, stack)] : [],
  );
  return {
    text: isSame ? (first?.text ?? null) : null,
    lives: [...new Set(cells.map(({ live }) => live))].toSorted((a, b) => a - b),
    edits: cells.flatMap(({ edit }) => (edit ? [edit] : [])),
    obstacle: statuses.find(({ kind }) => kind === 'invalid') ?? null,
  };
}

/** A draft for a field of each row, or one for each by its own rule. */
export function draftsFor(
  { name }: Field,
  rows: readonly InterfaceRow[],
  draft: string | ((row: InterfaceRow) => string),
): readonly Edit[] {
  return rows.map((row) => {
    const { luid, family, values } = row.ipInterface;
    const text = typeof draft === 'string' ? draft : draft(row);
    return { luid, family, field: name, expected: Number(values[name]), draft: text };
  });
}

/** How many edits there would be after these drafts, where that is too many; null where it is not. */
export function tooManyEdits(edits: Edits, drafts: readonly Edit[]): number | null {
  const count = editsReducer(edits, { type: 'drafted', edits: drafts }).length;
  return count > mostEdits && count > edits.length ? count : null;
}

/** The documented default of each row; null where one has none. */
export function defaultsOf(
  { name }: Field,
  rows: readonly InterfaceRow[],
  stack: StackName,
): ((row: InterfaceRow) => string) | null {
  const usual = ({ ipInterface, kind }: InterfaceRow) =>
    fieldDefault(name, ipInterface.family, stack, kind);
  return rows.every((row) => usual(row) !== undefined) ? (row) => String(usual(row)) : null;
}
