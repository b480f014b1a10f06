// SPDX-License-Identifier: MIT

import { encodePlan } from '../changes/plan';
import type { Operation, Plan } from '../contract/changes';
import type { CommandText, PlanDetails } from '../contract/plan-details';
import type { Snapshot } from '../contract/snapshot';
import { linuxCommands } from './linux-commands';
import { powerShellCommands } from './powershell-commands';

const privilege = {
  powershell: '# In PowerShell, run as administrator.',
  sh: '# As root, in this order.',
};

function commandText(operations: readonly Operation[], snapshot: Snapshot): CommandText {
  const shell = snapshot.stack === 'linux' ? 'sh' : 'powershell';
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const lines =
    shell === 'sh' ? linuxCommands(operations, snapshot) : powerShellCommands(operations, adapters);
  return { shell, text: [privilege[shell], ...lines, ''].join('\n') };
}

/** The code of a plan of this account and the commands that do what it does, from what `snapshot` shows. */
export function planDetails(plan: Plan, account: string, snapshot: Snapshot): PlanDetails {
  const operations = plan.operations.map((operation) => ({ kind: 'set' as const, operation }));
  return {
    code: encodePlan({ ...plan, operations, account }).code,
    commands: commandText(plan.operations, snapshot),
  };
}
