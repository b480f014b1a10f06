// SPDX-License-Identifier: MIT
import type { Deadline } from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import { encodePlan } from '../../../electron/protocol/plan';
import type { EncodedPlan } from '../../../electron/protocol/plan';
import { openStack } from '../../../electron/native/stack';

/** An operation on a simulated network, and what its field holds. */
export interface SimulatedEdit {
  readonly operation: Operation;
  readonly live: () => Promise<unknown>;
}

/** Sets the MTU of the first IPv4 interface with one of 1500 to 1400. */
export async function mtuEdit(stateFile: string): Promise<SimulatedEdit> {
  const stack = openStack({ stack: 'simulated', stateFile });
  const { ipInterfaces } = await stack.snapshot();
  const row = ipInterfaces.find(({ family, values }) => family === 'IPv4' && values.NlMtu === 1500);
  if (!row) throw new Error('The network has no IPv4 interface with an MTU of 1500');
  const { luid, family } = row;
  return {
    operation: { luid, family, field: 'NlMtu', expected: 1500, value: 1400 },
    live: async () => (await stack.ipInterface(luid, family)).values.NlMtu,
  };
}

export function planOf(operation: Operation, deadline: Deadline = 60): EncodedPlan {
  return encodePlan({
    operations: [{ kind: 'set', operation }],
    lastingChanges: [],
    deadline,
    account: '',
  });
}
