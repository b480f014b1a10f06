// SPDX-License-Identifier: MIT
// What becomes of values that somebody else brought, in words and as operations.

import type { Family } from '../../../electron/contract/family';
import type { SavedEditFit } from '../../../electron/contract/support';
import { isSameField } from '../../../electron/contract/operation';
import type { Operation } from '../../../electron/contract/operation';
import { messages } from '../../../electron/language/messages';

const words = messages.support.set;

/** Whether a value can become an edit here, or why not. */
export function fitText(fit: SavedEditFit): string {
  if (fit.kind === 'refused') return messages.refusals[fit.refusal];
  if (fit.kind === 'out-of-range')
    return words.outOfRange({ min: fit.range.min, max: fit.range.max });
  return words.fits[fit.kind];
}

/** A value that somebody else brought, and how it fits. */
interface Brought {
  readonly family: Family;
  readonly value: number;
  readonly fit: SavedEditFit;
}

/** What each value that fits would change, from the value that is there now; of two for one field the later one. */
export function fittingOperations(values: readonly Brought[]): readonly Operation[] {
  const operations = values.flatMap(({ family, value, fit }): Operation[] => {
    if (fit.kind !== 'fits') return [];
    const { luid, field, live } = fit;
    return [{ luid, family, field, expected: live, value }];
  });
  return operations.filter(
    (operation, index) => !operations.slice(index + 1).some((one) => isSameField(one, operation)),
  );
}
