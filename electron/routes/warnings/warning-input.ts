// SPDX-License-Identifier: MIT
// What warnings are told from: the network now and after, and what is known about people on it.

import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { Operation } from '../../contract/operation';
import type { FieldName } from '../../contract/fields';
import { trafficFields } from '../../contract/intent';
import type { AdapterKinds, FamilyTraffic, Warning } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import type { Manager } from '../../commands/manager-command';
import type { Network } from '../network';
import type { RemoteSession } from '../remote-session';

export interface WarningInput {
  readonly operations: readonly Operation[];
  readonly now: Network;
  readonly after: Network;
  readonly traffic: Readonly<Record<Family, FamilyTraffic>>;
  readonly kinds: AdapterKinds;
  /** Connected VPNs, the one that carries most internet traffic first. */
  readonly vpns: readonly Luid[];
  readonly remoteSession: RemoteSession | null;
  readonly userId: number;
  /** The program that manages the adapter with this index. */
  readonly managerOf: (index: number) => Manager | null;
}

/** A rule that finds warnings of one kind. */
export type WarningRule = (input: WarningInput) => readonly Warning[];

/** Operations that set `field` to `value`. */
export function setting({ operations }: WarningInput, field: FieldName, value: number) {
  return operations.filter((one) => one.field === field && one.value === value);
}

/** Families in which an operation is meant to change the way of internet traffic. */
export function switchedFamilies({ operations }: WarningInput): readonly Family[] {
  return families.filter((family) =>
    operations.some((one) => one.family === family && trafficFields.includes(one.field)),
  );
}
