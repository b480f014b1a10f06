// SPDX-License-Identifier: MIT
import type { Family } from '../../../electron/contract/family';
import type { Refusal } from '../../../electron/contract/refusals';
import { isSameField } from '../../../electron/contract/operation';
import type { FieldKey, Operation } from '../../../electron/contract/operation';
import { draftNumber } from '../../../electron/contract/field-value';
import type { Edit } from '../../changes/edit';
import type { Edits } from '../../changes/edits-reducer';
import type { AdapterCard, CardFamily } from '../../traffic/adapter-cards';

/** One switch of a card: for all families it can move, or for one of them. */
export interface TrafficSwitch {
  /** null: the switch moves both families together. */
  readonly family: Family | null;
  readonly families: readonly CardFamily[];
  /** What it shows: the edits, or what is so now. */
  readonly isOn: boolean;
  readonly isOnNow: boolean;
  readonly isEdited: boolean;
  /** Another program changed the value after the user began to edit it. */
  readonly isChangedOutside: boolean;
  /** Why it can't be moved. */
  readonly refusal: Refusal | undefined;
}

function targetOf({ luid }: AdapterCard, { family }: CardFamily): FieldKey {
  return { luid, family, field: 'DisableDefaultRoutes' };
}

function editOf(card: AdapterCard, family: CardFamily, edits: Edits): Edit | undefined {
  return edits.find((edit) => isSameField(edit, targetOf(card, family)));
}

/** DisableDefaultRoutes as it would be with the edits. */
function drafted(card: AdapterCard, family: CardFamily, edits: Edits): number | null {
  const draft = draftNumber(editOf(card, family, edits)?.draft ?? '');
  return draft === 0 || draft === 1 ? draft : family.live;
}

/** Whether an operation is of what a switch moves. */
export function isMovedBy(
  operation: Operation,
  card: AdapterCard,
  { families }: Pick<TrafficSwitch, 'families'>,
): boolean {
  return families.some((family) => isSameField(operation, targetOf(card, family)));
}

function makeSwitch(
  card: AdapterCard,
  family: Family | null,
  families: readonly CardFamily[],
  edits: Edits,
): TrafficSwitch {
  const own = families.map((one) => ({ one, edit: editOf(card, one, edits) }));
  return {
    family,
    families,
    isOn: families.some((one) => drafted(card, one, edits) === 0),
    isOnNow: families.some(({ live }) => live === 0),
    isEdited: own.some(({ edit }) => edit !== undefined),
    isChangedOutside: own.some(
      ({ one, edit }) =>
        edit !== undefined && one.live !== edit.expected && one.live !== draftNumber(edit.draft),
    ),
    refusal: families.every(({ refusal }) => refusal) ? families[0]?.refusal : undefined,
  };
}

/** Whether the families that can be moved would not all be on, or all off. */
export function familiesDiffer(card: AdapterCard, edits: Edits): boolean {
  const values = card.families
    .filter(({ live, refusal }) => live !== null && !refusal)
    .map((family) => drafted(card, family, edits));
  return new Set(values).size > 1;
}

/**
 * The switches of a card: one for both families, two where they differ or are to be set apart, none for
 * loopback and where the system has no such switch. A family that the stack refuses to switch is left out
 * of the common switch.
 */
export function switchesOf(
  card: AdapterCard,
  edits: Edits,
  isApart: boolean,
): readonly TrafficSwitch[] {
  const families = card.families.filter(({ live }) => live !== null);
  if (card.kind === 'loopback' || families.length === 0) return [];
  if (families.length > 1 && (isApart || familiesDiffer(card, edits))) {
    return families.map((one) => makeSwitch(card, one.family, [one], edits));
  }
  const movable = families.filter(({ refusal }) => !refusal);
  return [makeSwitch(card, null, movable.length > 0 ? movable : families, edits)];
}

/** What moving a switch is to change, from the values now. One that asks for the value now takes an edit back. */
export function switchOperations(
  card: AdapterCard,
  { families }: Pick<TrafficSwitch, 'families'>,
  isOn: boolean,
): readonly Operation[] {
  return families.flatMap((family) =>
    family.live === null || family.refusal
      ? []
      : [{ ...targetOf(card, family), expected: family.live, value: isOn ? 0 : 1 }],
  );
}
