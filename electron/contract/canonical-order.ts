// SPDX-License-Identifier: MIT
import { families } from './family';
import { fieldNumber } from './fields';
import type { FieldName } from './fields';
import type { FieldKey } from './operation';

function compareLuids(a: FieldKey, b: FieldKey): number {
  const [left, right] = [BigInt(a.luid), BigInt(b.luid)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Default routes go first: one that a router announced can be taken away, and be the kernel's own again after
 * an undo in reverse, only while router discovery is on.
 */
function rank(field: FieldName): number {
  return field === 'DisableDefaultRoutes' ? -1 : fieldNumber(field);
}

/**
 * Operations or edits in the one order a plan has, and is told in: by LUID, IPv4 before IPv6, default routes, then as
 * the field table lists them.
 */
export function canonicalOrder<T extends FieldKey>(operations: readonly T[]): readonly T[] {
  return operations.toSorted(
    (a, b) =>
      compareLuids(a, b) ||
      families.indexOf(a.family) - families.indexOf(b.family) ||
      rank(a.field) - rank(b.field),
  );
}
