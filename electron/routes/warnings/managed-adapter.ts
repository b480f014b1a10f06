// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { Warning } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import { lastingCommand } from '../../commands/manager-command';
import { setting } from './warning-input';
import type { WarningInput, WarningRule } from './warning-input';

function warningOf(input: WarningInput, luid: Luid, changed: readonly Family[]): Warning | null {
  const adapter = input.now.index.snapshot.adapters.find((one) => one.luid === luid);
  const manager = adapter && input.managerOf(adapter.index);
  if (!manager) return null;
  const command = lastingCommand(manager, adapter.alias, changed);
  return { severity: 'notice', id: 'managed-adapter', luid, manager: manager.name, command };
}

/** A program of the system configures the adapter, and brings back what is switched off. */
export const managedAdapter: WarningRule = (input) => {
  const off = setting(input, 'DisableDefaultRoutes', 1);
  const luids = [...new Set(off.map(({ luid }) => luid))];
  return luids.flatMap((luid) => {
    const changed = families.filter((family) =>
      off.some((one) => one.luid === luid && one.family === family),
    );
    return warningOf(input, luid, changed) ?? [];
  });
};
