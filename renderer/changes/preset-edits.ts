// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/operation';
import { trafficFields } from '../../electron/contract/intent';
import type { Edits, EditsAction } from './edits-reducer';

/**
 * What choosing a preset does to the edits: those it replaces go, its own come. Edits of fields that do
 * not decide about internet traffic stay.
 */
export function presetActions(
  operations: readonly Operation[],
  edits: Edits,
): readonly EditsAction[] {
  const replaced = edits.filter(({ field }) => trafficFields.includes(field));
  return [
    { type: 'discarded', targets: replaced },
    { type: 'brought', operations },
  ];
}
