// SPDX-License-Identifier: MIT
// Random edits of a network: mostly the switch that the prediction is about.

import type { Operation } from '../../electron/contract/operation';
import type { FieldName } from '../../electron/contract/fields';
import type { IpInterface, Snapshot } from '../../electron/contract/snapshot';
import type { Random } from './random';

function edit(
  { luid, family, values, refusals }: IpInterface,
  field: FieldName,
  value: number,
): readonly Operation[] {
  const expected = values[field];
  if (typeof expected !== 'number' || expected === value || refusals[field]) return [];
  return [{ luid, family, field, expected, value }];
}

/** Fields that must not matter to routes. */
function otherEdit(random: Random, row: IpInterface): readonly Operation[] {
  switch (random.below(3)) {
    case 0:
      return row.family === 'IPv4' ? edit(row, 'NlMtu', 1400) : [];
    case 1:
      return edit(row, 'BaseReachableTime', 20_000);
    default:
      return row.family === 'IPv4'
        ? edit(row, 'ForwardingEnabled', 1)
        : edit(row, 'DadTransmits', 2);
  }
}

/** A plan for the links of the lab. Empty where nothing can be switched. */
export function anyEdits(random: Random, snapshot: Snapshot): readonly Operation[] {
  const links = new Set(
    snapshot.adapters
      .filter(({ alias }) => alias.startsWith('l') && alias !== 'lo')
      .map((a) => a.luid),
  );
  const rows = snapshot.ipInterfaces.filter(({ luid }) => links.has(luid));
  const switched = rows.flatMap((row) =>
    edit(row, 'DisableDefaultRoutes', row.values.DisableDefaultRoutes === 1 ? 0 : 1),
  );
  const others = random.chance(0.2) ? otherEdit(random, random.pick(rows)) : [];
  return [...random.some(1 + random.below(3), switched), ...others];
}
