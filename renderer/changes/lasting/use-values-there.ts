// SPDX-License-Identifier: MIT
import type { Operation, FieldKey } from '../../../electron/contract/operation';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { useInterfaces } from '../../adapters/use-interfaces';

/** Operations that would set what is there already; a metric that is automatic is none (lasting-changes.ts). */
export function useValuesThere(keys: readonly FieldKey[]): readonly Operation[] {
  const rows = useInterfaces().data?.ipInterfaces ?? [];
  const byId = new Map(rows.map((row) => [ipInterfaceId(row), row]));
  return keys.flatMap((key) => {
    const values = byId.get(ipInterfaceId(key))?.values;
    const value = values?.[key.field];
    if (typeof value !== 'number') return [];
    if (key.field === 'Metric' && values?.UseAutomaticMetric === 1) return [];
    return [{ ...key, expected: value, value }];
  });
}
