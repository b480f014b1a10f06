// SPDX-License-Identifier: MIT
// What a person meant by a plan, where its operations alone say less.

import type { Operation } from './changes';
import type { FieldName } from './fields';
import type { Luid } from './snapshot';

export type Intent =
  | {
      readonly kind: 'split-tunnelling';
      readonly isOn: boolean;
      readonly vpn: Luid;
      /** Whether other adapters carry no internet traffic either; only while split tunnelling is off. */
      readonly blocksOthers: boolean;
    }
  | { readonly kind: 'system-default' }
  /** Edits that somebody else saved; `name` is the file's. */
  | { readonly kind: 'saved-set'; readonly name: string };

/** As long as a file's name gets. */
export const longestSetName = 255;

/** What decides which way internet traffic goes; a preset describes all of it. */
export const trafficFields: readonly FieldName[] = [
  'DisableDefaultRoutes',
  'UseAutomaticMetric',
  'Metric',
];

/** Whether an operation does to the VPN what the other answer would. */
const contradicts = (isOn: boolean, vpn: Luid) => (operation: Operation) =>
  operation.luid === vpn &&
  operation.field === 'DisableDefaultRoutes' &&
  operation.value !== (isOn ? 1 : 0);

/** Whether operations can be what an intent says, so that nothing is called what it is not. */
export function canMean(intent: Intent, operations: readonly Operation[]): boolean {
  if (intent.kind === 'saved-set') return true;
  if (!operations.every(({ field }) => trafficFields.includes(field))) return false;
  if (intent.kind === 'system-default') {
    return operations.every(({ field, value }) => field !== 'DisableDefaultRoutes' || value === 0);
  }
  const { isOn, vpn, blocksOthers } = intent;
  return !(isOn && blocksOthers) && !operations.some(contradicts(isOn, vpn));
}
