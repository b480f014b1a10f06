// SPDX-License-Identifier: MIT
import type { Operation } from '../contract/operation';
import { fieldAvailability } from '../contract/field-value';
import type { FieldName } from '../contract/fields';
import type { IpInterfaceKey } from '../contract/snapshot';
import type { Network } from './network';

/** Whether a field of an IP interface can be set here and now. */
function isSettable(network: Network, { luid, family }: IpInterfaceKey, field: FieldName): boolean {
  const row = network.index.ipInterfaces[family].get(luid);
  if (!row || row.refusals[field] !== undefined) return false;
  return fieldAvailability(field, family, network.stack).kind === 'settable';
}

/** The operation that makes a field hold `value`: none where it does already, or cannot be made to. */
export function settingTo(
  network: Network,
  key: IpInterfaceKey,
  field: FieldName,
  value: number,
): readonly Operation[] {
  const { luid, family } = key;
  const expected = network.value(luid, family, field);
  if (expected === null || expected === value || !isSettable(network, key, field)) return [];
  return [{ luid, family, field, expected, value }];
}
