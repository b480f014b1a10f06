// SPDX-License-Identifier: MIT
// A plan as `ip` and `sysctl` commands that do what the Linux stack does for each operation.

import type { Operation } from '../contract/operation';
import type { Family } from '../contract/family';
import type { FieldName } from '../contract/fields';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, IpInterface, Snapshot } from '../contract/snapshot';
import { disableDefaultRoutes, enableDefaultRoutes } from './linux-default-routes';
import { sysctlCommand } from './linux-sysctl';
import { visibleText } from '../base/visible-text';
import { comment, quoteForShell } from './quoting';
import { fieldLabel } from '../texts/field-words';
import { messages } from '../language/messages';

const words = messages.commands;

/** Where one IP interface is and what is known of it. */
interface Subject {
  readonly adapter: Adapter;
  readonly ipInterface: IpInterface;
  readonly snapshot: Snapshot;
}

/** Fields that are one file below /proc/sys/net, with values as they are. */
const files: Partial<Record<FieldName, Partial<Record<Family, readonly [string, string]>>>> = {
  ForwardingEnabled: {
    IPv4: ['net/ipv4/conf', 'forwarding'],
    IPv6: ['net/ipv6/conf', 'force_forwarding'],
  },
  DadTransmits: { IPv6: ['net/ipv6/conf', 'dad_transmits'] },
  BaseReachableTime: {
    IPv4: ['net/ipv4/neigh', 'base_reachable_time_ms'],
    IPv6: ['net/ipv6/neigh', 'base_reachable_time_ms'],
  },
  RetransmitTime: {
    IPv4: ['net/ipv4/neigh', 'retrans_time_ms'],
    IPv6: ['net/ipv6/neigh', 'retrans_time_ms'],
  },
  NlMtu: { IPv6: ['net/ipv6/conf', 'mtu'] },
};

/** Writes a value that depends on the one there is: `test` of the old value decides. */
function unless(path: string, condition: string, command: string): string {
  return `[ "$(cat ${quoteForShell(path)})" ${condition} ] || ${command}`;
}

/** accept_ra: a router heeds advertisements only with 2, another computer with 1. */
function routerDiscovery(name: string, value: number): readonly string[] {
  const set = (raw: string) => sysctlCommand('net/ipv6/conf', name, 'accept_ra', raw);
  if (value === 0) return [set('0')];
  const forwarding = quoteForShell(`/proc/sys/net/ipv6/conf/${name}/forwarding`);
  return [`if [ "$(cat ${forwarding})" = 0 ]; then ${set('1')}; else ${set('2')}; fi`];
}

/** addr_gen_mode: 1 makes no link-local addresses; every other mode does already. */
function linkLocal(name: string, value: number): readonly string[] {
  const set = (raw: string) => sysctlCommand('net/ipv6/conf', name, 'addr_gen_mode', raw);
  if (value === 0) return [set('1')];
  return [unless(`/proc/sys/net/ipv6/conf/${name}/addr_gen_mode`, '!= 1', set('0'))];
}

function moveDefaultRoutes(value: number, { adapter, ipInterface, snapshot }: Subject) {
  const move = value === 0 ? enableDefaultRoutes : disableDefaultRoutes;
  return move(adapter, ipInterface, snapshot);
}

function commandsOf(operation: Operation, subject: Subject): readonly string[] {
  const { field, family, value } = operation;
  const name = subject.adapter.alias;
  const [base, file] = files[field]?.[family] ?? [];
  if (base !== undefined && file !== undefined) {
    return [sysctlCommand(base, name, file, String(value))];
  }
  if (field === 'NlMtu') return [`ip link set dev ${quoteForShell(name)} mtu ${value}`];
  if (field === 'RouterDiscoveryBehavior') return routerDiscovery(name, value);
  if (field === 'LinkLocalAddressBehavior') return linkLocal(name, value);
  if (field === 'DisableDefaultRoutes') return moveDefaultRoutes(value, subject);
  return [comment(words.noCommand({ field: fieldLabel(field) }))];
}

/** Commands that do what the operations do, for a root shell; `operations` stand in the order of the plan. */
export function linuxCommands(
  operations: readonly Operation[],
  snapshot: Snapshot,
): readonly string[] {
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return operations.flatMap((operation) => {
    const { luid, family, field } = operation;
    const adapter = adapters.get(luid);
    const ipInterface = rows.get(ipInterfaceId(operation));
    if (!adapter || !ipInterface) return [comment(words.gone({ luid }))];
    const title = words.setting({
      field: fieldLabel(field),
      adapter: visibleText(adapter.alias),
      family,
    });
    return [comment(title), ...commandsOf(operation, { adapter, ipInterface, snapshot })];
  });
}
