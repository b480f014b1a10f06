// SPDX-License-Identifier: MIT
// What a person meant by a plan, where its operations alone say less.

import type { Operation } from './operation';
import type { FieldName } from './fields';
import type { Luid } from './snapshot';

/** What was meant. A VPN is told by its LUID, outside of this run by what else tells it. */
export type Intent<Vpn = Luid> =
  | {
      readonly kind: 'split-tunnelling';
      readonly isOn: boolean;
      readonly vpn: Vpn;
      /** Whether other adapters carry no internet traffic either; only while split tunnelling is off. */
      readonly blocksOthers: boolean;
    }
  | { readonly kind: 'system-default' };

/** The VPN that something was meant for; null: none in particular. */
export function vpnMeant<Vpn>(intent: Intent<Vpn> | null | undefined): Vpn | null {
  return intent?.kind === 'split-tunnelling' ? intent.vpn : null;
}

/** What an operation does, as far as it can be a part of what was meant. */
type Part = Pick<Operation, 'luid' | 'field' | 'value'>;

/** What decides which way internet traffic goes; a preset describes all of it. */
export const trafficFields: readonly FieldName[] = [
  'DisableDefaultRoutes',
  'UseAutomaticMetric',
  'Metric',
];

/** Switches another adapter than the VPN off. */
const blocksOther = (vpn: Luid, { luid, field, value }: Part) =>
  luid !== vpn && field === 'DisableDefaultRoutes' && value === 1;

/** Whether an operation is a part of what somebody meant, as the presets make it. */
function belongsTo(intent: Intent, operation: Part): boolean {
  const { luid, field, value } = operation;
  if (intent.kind === 'system-default') {
    return field === 'UseAutomaticMetric'
      ? value === 1
      : field === 'DisableDefaultRoutes' && value === 0;
  }
  const { isOn, vpn, blocksOthers } = intent;
  if (isOn) return field === 'DisableDefaultRoutes' && value === (luid === vpn ? 1 : 0);
  if (luid !== vpn) return blocksOthers && blocksOther(vpn, operation);
  return field === 'DisableDefaultRoutes' ? value === 0 : trafficFields.includes(field);
}

/** Whether operations can be what an intent says, so that nothing is called what it is not. */
export function canMean(intent: Intent, operations: readonly Part[]): boolean {
  if (!operations.every((operation) => belongsTo(intent, operation))) return false;
  if (intent.kind === 'system-default' || !intent.blocksOthers) return true;
  return operations.some((operation) => blocksOther(intent.vpn, operation));
}
