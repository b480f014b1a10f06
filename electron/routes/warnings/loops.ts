// SPDX-License-Identifier: MIT
// Forwarding and weak hosts let packets of a tunnel leave through another adapter and come back into it.

import type { Warning } from '../../contract/preview';
import { kindOf, physicalKinds } from '../vpn';
import { setting } from './warning-input';
import type { WarningInput, WarningRule } from './warning-input';

function onPhysical(input: WarningInput, field: Parameters<typeof setting>[1]) {
  return setting(input, field, 1).filter(({ luid }) =>
    physicalKinds.includes(kindOf(input.now, input.kinds, luid)),
  );
}

/** Forwarding is turned on for a physical adapter. */
export const forwarding: WarningRule = (input) =>
  onPhysical(input, 'ForwardingEnabled').map(({ luid, family }): Warning => ({
    severity: 'warning',
    id: 'forwarding',
    luid,
    family,
  }));

/** A physical adapter becomes a weak host; sending and receiving are one warning. */
export const weakHost: WarningRule = (input) => {
  const sending = onPhysical(input, 'WeakHostSend');
  const receiving = onPhysical(input, 'WeakHostReceive').filter(
    ({ luid, family }) => !sending.some((one) => one.luid === luid && one.family === family),
  );
  return [...sending, ...receiving].map(({ luid, family }): Warning => ({
    severity: 'warning',
    id: 'weak-host',
    luid,
    family,
  }));
};
