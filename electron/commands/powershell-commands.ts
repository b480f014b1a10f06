// SPDX-License-Identifier: MIT
// A plan as Set-NetIPInterface commands. Source: Set-NetIPInterface (NetTCPIP), about_Wildcards.

import type { Operation } from '../contract/changes';
import { fieldNamed } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, Luid } from '../contract/snapshot';
import { visibleText } from '../terminal/visible-text';
import { escapeWildcards, isVisible, quoteForPowerShell } from './quoting';

/** What the cmdlet calls NL_ROUTER_DISCOVERY_BEHAVIOR. */
const routerDiscovery = ['Disabled', 'Enabled', 'ControlledByDHCP'];

function argument(field: FieldName, value: number): string {
  const { type } = fieldNamed(field);
  if (type === 'BOOLEAN') return value === 0 ? 'Disabled' : 'Enabled';
  return type === 'enum' ? (routerDiscovery[value] ?? String(value)) : String(value);
}

/** The interface by its name, which outlasts its index; by the index where the name is none to type. */
function selector({ alias, index }: Adapter): string {
  if (alias === '' || !isVisible(alias)) return `-InterfaceIndex ${index}`;
  return `-InterfaceAlias ${quoteForPowerShell(escapeWildcards(alias))}`;
}

/** The lines for one IP interface. */
function commandLines(operations: readonly Operation[], adapter: Adapter): readonly string[] {
  const [first] = operations;
  if (!first) return [];
  const parameters = operations.flatMap(({ field, value }) => {
    const name = fieldNamed(field).powershell;
    return name === undefined ? [] : [`${name} ${argument(field, value)}`];
  });
  const missing = operations.flatMap(({ field, family }) => {
    const { label, powershell } = fieldNamed(field);
    const where = `${visibleText(adapter.alias)} (${family})`;
    return powershell === undefined ? [`# ${label} on ${where}: no cmdlet sets it.`] : [];
  });
  if (parameters.length === 0) return missing;
  // Without the store, the cmdlet would also write the value that holds after a restart.
  const command = [
    'Set-NetIPInterface',
    selector(adapter),
    `-AddressFamily ${first.family}`,
    ...parameters,
    '-PolicyStore ActiveStore',
  ].join(' ');
  const called = isVisible(adapter.alias) ? [] : [`# It is called ${visibleText(adapter.alias)}`];
  return [...called, command, ...missing];
}

/** Commands that set what the operations set; `operations` stand in the order of the plan. */
export function powerShellCommands(
  operations: readonly Operation[],
  adapters: ReadonlyMap<Luid, Adapter>,
): readonly string[] {
  const keys = new Map(operations.map((operation) => [ipInterfaceId(operation), operation.luid]));
  return [...keys].flatMap(([id, luid]) => {
    const adapter = adapters.get(luid);
    if (!adapter) return [`# The interface with LUID ${luid} is gone.`];
    return commandLines(
      operations.filter((operation) => ipInterfaceId(operation) === id),
      adapter,
    );
  });
}
