// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/changes';
import type { LastingKey } from '../../electron/contract/lasting';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import { useInterfaces } from '../interfaces/use-interfaces';

/** Operations that would set what is there already; a metric that is automatic is none (lasting-changes.ts). */
export function useValuesThere(keys: readonly LastingKey[]): readonly Operation[] {
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
