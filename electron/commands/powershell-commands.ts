// SPDX-License-Identifier: MIT
// A plan as Set-NetIPInterface commands. Source: Set-NetIPInterface (NetTCPIP), Set-VpnConnection (VpnClient),
// about_Wildcards.

import type { Operation } from '../contract/operation';
import { fieldNamed } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, Luid } from '../contract/snapshot';
import { visibleText } from '../base/visible-text';
import { comment, escapeWildcards, isVisible, quoteForPowerShell } from './quoting';
import { fieldLabel } from '../texts/field-words';
import { messages } from '../language/messages';

const words = messages.commands;

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

/** What holds now, and what is copied there when the computer starts. */
type PolicyStore = 'ActiveStore' | 'PersistentStore';

/** Without the store the cmdlet would write both. None where it has no parameter for any of the fields. */
function setCommand(
  operations: readonly Operation[],
  adapter: Adapter,
  store: PolicyStore,
): readonly string[] {
  const parameters = operations.flatMap(({ field, value }) => {
    const name = fieldNamed(field).powershell;
    return name === undefined ? [] : [`${name} ${argument(field, value)}`];
  });
  const [first] = operations;
  if (!first || parameters.length === 0) return [];
  const family = `-AddressFamily ${first.family}`;
  const words = ['Set-NetIPInterface', selector(adapter), family, ...parameters];
  return [[...words, `-PolicyStore ${store}`].join(' ')];
}

/** The lines for one IP interface. */
function commandLines(operations: readonly Operation[], adapter: Adapter): readonly string[] {
  const missing = operations.flatMap(({ field, family }) => {
    const { powershell } = fieldNamed(field);
    if (powershell !== undefined) return [];
    const facts = { field: fieldLabel(field), adapter: visibleText(adapter.alias), family };
    return [comment(words.noCmdlet(facts))];
  });
  const command = setCommand(operations, adapter, 'ActiveStore');
  if (command.length === 0) return missing;
  const called = isVisible(adapter.alias)
    ? []
    : [comment(words.called({ adapter: visibleText(adapter.alias) }))];
  return [...called, ...command, ...missing];
}

/** The operations of each IP interface that is there or not, in the order of the plan. */
function byInterface(
  operations: readonly Operation[],
): readonly (readonly [Luid, readonly Operation[]])[] {
  const keys = new Map(operations.map((operation) => [ipInterfaceId(operation), operation.luid]));
  return [...keys].map(([id, luid]) => [
    luid,
    operations.filter((operation) => ipInterfaceId(operation) === id),
  ]);
}

/** Commands that set what the operations set; `operations` stand in the order of the plan. */
export function powerShellCommands(
  operations: readonly Operation[],
  adapters: ReadonlyMap<Luid, Adapter>,
): readonly string[] {
  return byInterface(operations).flatMap(([luid, own]) => {
    const adapter = adapters.get(luid);
    return adapter ? commandLines(own, adapter) : [comment(words.gone({ luid }))];
  });
}

/** IANA ifType of what Windows makes anew for each connection of its own VPN client. */
const ppp = 23;

/** Such a connection has a switch of its own, for both families, which holds from the next time on. */
function splitTunneling(operations: readonly Operation[], { alias }: Adapter): readonly string[] {
  const off = operations.find(({ field }) => field === 'DisableDefaultRoutes');
  if (!off || !isVisible(alias)) return [];
  const name = quoteForPowerShell(alias);
  return [`Set-VpnConnection -Name ${name} -SplitTunneling $${off.value === 1 ? 'True' : 'False'}`];
}

/** Commands that let the values of a plan outlast a restart, or the next connection, without Interface Panel. */
export function persistentPowerShellCommands(
  operations: readonly Operation[],
  adapters: ReadonlyMap<Luid, Adapter>,
): readonly string[] {
  const lines = byInterface(operations).flatMap(([luid, own]) => {
    const adapter = adapters.get(luid);
    if (!adapter) return [];
    return adapter.type === ppp
      ? splitTunneling(own, adapter)
      : setCommand(own, adapter, 'PersistentStore');
  });
  return [...new Set(lines)];
}
