// SPDX-License-Identifier: MIT

import { encodePlan } from '../protocol/plan';
import type { Plan } from '../contract/changes';
import type { CommandText, PlanDetails } from '../contract/plan-details';
import type { Adapter, Luid, Snapshot } from '../contract/snapshot';
import { linuxCommands } from './linux-commands';
import { persistentPowerShellCommands, powerShellCommands } from './powershell-commands';
import { comment } from './quoting';
import { messages } from '../language/messages';

const words = messages.commands;

/** What lasts is set for good as well; for what does not the way is told, and does nothing when it is pasted. */
function persistentLines(
  { operations, lastingChanges }: Plan,
  adapters: ReadonlyMap<Luid, Adapter>,
): readonly string[] {
  const lines = persistentPowerShellCommands(operations, adapters);
  if (lines.length === 0) return [];
  const lasts = lastingChanges.some(({ value }) => value !== null);
  return ['', comment(words.toLast), ...(lasts ? lines : lines.map(comment))];
}

function commandText(plan: Plan, snapshot: Snapshot): CommandText {
  const { operations } = plan;
  if (snapshot.stack === 'linux') {
    return {
      shell: 'sh',
      text: [comment(words.asRoot), ...linuxCommands(operations, snapshot), ''].join('\n'),
    };
  }
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const lines = [...powerShellCommands(operations, adapters), ...persistentLines(plan, adapters)];
  return { shell: 'powershell', text: [comment(words.asAdministrator), ...lines, ''].join('\n') };
}

/** The code of a plan of this account and the commands that do what it does, from what `snapshot` shows. */
export function planDetails(plan: Plan, account: string, snapshot: Snapshot): PlanDetails {
  const operations = plan.operations.map((operation) => ({ kind: 'set' as const, operation }));
  return {
    code: encodePlan({ ...plan, operations, account }).code,
    commands: commandText(plan, snapshot),
  };
}
