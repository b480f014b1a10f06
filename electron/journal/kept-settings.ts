// SPDX-License-Identifier: MIT
// Values that the user kept, as the journal tells them.

import type { Family } from '../contract/family';
import { fieldKeyId } from '../contract/operation';
import type { FieldName } from '../contract/fields';
import { signsOf } from '../lasting/meant-adapter';
import type { AdapterName } from '../lasting/meant-adapter';
import type { JournalTransaction } from './journal-history';

/** One value that was kept. The adapter's LUID may be another by now. */
export interface KeptSetting {
  readonly key: string;
  /** The transaction that it was kept with. */
  readonly transaction: string;
  readonly adapter: AdapterName;
  readonly family: Family;
  readonly field: FieldName;
  readonly value: number;
  /** Milliseconds of the wall clock, for display only. */
  readonly keptAt: number;
}

/** Kept values, at most one for each field of what counts as the same adapter. */
class KeptValues {
  readonly #bySign = new Map<string, KeptSetting>();

  get all(): readonly KeptSetting[] {
    return [...new Set(this.#bySign.values())];
  }

  keep(kept: KeptSetting): void {
    this.forget(kept);
    for (const sign of this.#signsOf(kept)) this.#bySign.set(sign, kept);
  }

  /** Forgets what was kept for the same field of the same adapter, whatever else it was called. */
  forget(about: Pick<KeptSetting, 'adapter' | 'family' | 'field'>): void {
    for (const sign of this.#signsOf(about)) {
      const known = this.#bySign.get(sign);
      if (known) for (const other of this.#signsOf(known)) this.#bySign.delete(other);
    }
  }

  #signsOf({ adapter, family, field }: Pick<KeptSetting, 'adapter' | 'family' | 'field'>) {
    return signsOf(adapter).map((sign) => `${family} ${field} ${sign}`);
  }
}

/** What one kept transaction makes of the values kept before. */
function remember(values: KeptValues, transaction: JournalTransaction): void {
  const { id, kind, origin, operations, lastSeenAt: keptAt } = transaction;
  const names = new Map(origin?.adapters.map((one) => [one.luid, one]));
  for (const { operation, end } of operations) {
    const { luid, family, field } = operation;
    const adapter = names.get(luid);
    if (adapter === undefined) continue;
    // Whoever restores a value no longer wants the one that was kept.
    if (kind === 'restore') {
      values.forget({ adapter, family, field });
      continue;
    }
    const key = `${id} ${fieldKeyId(operation)}`;
    // Some values read back rounded.
    const value = end?.live ?? operation.value;
    values.keep({ key, transaction: id, adapter, family, field, value, keptAt });
    // The metric is the system's own again.
    if (field === 'UseAutomaticMetric' && value === 1) {
      values.forget({ adapter, family, field: 'Metric' });
    }
  }
}

/** The values kept last, of transactions that begin with the oldest. */
export function keptSettings(transactions: readonly JournalTransaction[]): readonly KeptSetting[] {
  const values = new KeptValues();
  for (const transaction of transactions) if (transaction.kept) remember(values, transaction);
  return values.all;
}
